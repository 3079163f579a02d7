/** The gestures that the board of the day offers, by the name that its links use. */
export const CONFIRM_NAME = { id: 'verifie', label: 'Vérifié aujourd’hui' } as const;
export const FULL_NAME = { id: 'complet', label: 'Complet' } as const;
export const DATE_FELL_NAME = { id: 'date-tombee', label: 'La date est tombée' } as const;
