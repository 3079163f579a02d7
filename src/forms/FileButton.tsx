interface Props {
  label: string;
  onFile: (file: File) => void;
}

/** A button that opens a file of ours. */
export const FileButton = ({ label, onFile }: Props) => (
  <label className="button quiet file">
    {label}
    <input
      className="visually-hidden"
      type="file"
      accept=".json,application/json"
      onChange={({ target }) => {
        const file = target.files?.[0];
        if (file) onFile(file);
        // The same file may be chosen again.
        target.value = '';
      }}
    />
  </label>
);
