/** What a job that sends e-mails says of itself to who runs it, in French. */
export interface MailJob {
  /** Before « : », at the end of a run: « Alertes de financement ». */
  title: string;
  /** After « envoi »: « d’alertes ». */
  sends: string;
  /** After « La mémoire »: « des alertes ». */
  remembers: string;
  /** The variable that says where its memory is. */
  variable: string;
  /** What comes of a memory that is deleted: « chaque adresse recevra alors… ». */
  forgetting: string;
  /** What an address that is refused for long asks of the editors, before the name of its file. */
  remedy: string;
}

/** What a run has to say, in French, and whether the job failed. */
export interface Report {
  failed: boolean;
  words: string;
}
