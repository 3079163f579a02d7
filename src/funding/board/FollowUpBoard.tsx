import { BoardView } from './BoardView.tsx';

/** The follow-up board, in the browser only: all that it holds lives there. */
export default function FollowUpBoard({ src }: { src: string }) {
  return <BoardView src={src} />;
}
