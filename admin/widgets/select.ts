import { cloneElement, createElement, type ComponentType, type HTMLAttributes, type ReactElement } from 'react';
import { fold } from '#domain/fold.ts';
import { count } from '#domain/numbers.ts';

/** What is used of an option and of a chosen value. */
interface Option {
  label?: string;
}

interface OptionEvent {
  context?: 'menu' | 'value';
  focused?: Option;
  label?: string;
  isDisabled?: boolean;
  isSelected?: boolean;
  action?: string;
  labels?: readonly string[];
  inputValue?: string;
  resultsMessage?: string;
}

/**
 * What react-select says, on the screen and to screen readers; it speaks English unless it is told.
 * https://react-select.com/advanced#accessibility
 */
export const FRENCH_SELECT = {
  noOptionsMessage: () => 'Aucun choix',
  loadingMessage: () => 'Chargement…',
  screenReaderStatus: ({ count: found }: { count: number }) => `${count(found, 'choix', 'choix')}.`,
  ariaLiveMessages: {
    guidance: ({ context }: OptionEvent) =>
      context === 'menu'
        ? 'Flèches haut et bas pour parcourir, Entrée pour choisir, Échap pour fermer.'
        : context === 'value'
          ? 'Flèches gauche et droite pour parcourir les choix faits, Retour arrière pour en retirer un.'
          : 'Flèche bas pour ouvrir la liste, ou écrivez pour chercher.',
    onChange: ({ action, label = '', labels = [] }: OptionEvent) => {
      if (action === 'clear') return 'Tous les choix sont retirés.';
      if (action === 'remove-value' || action === 'deselect-option' || action === 'pop-value')
        return `${label} : retiré.`;
      if (action === 'initial-input-focus') return labels.length > 0 ? `Choisi : ${labels.join(', ')}.` : '';
      return action === 'select-option' ? `${label} : choisi.` : '';
    },
    onFocus: ({ focused, label = '', isSelected }: OptionEvent) =>
      `${focused?.label ?? label}${isSelected ? ', choisi' : ''}.`,
    onFilter: ({ inputValue, resultsMessage = '' }: OptionEvent) =>
      `${resultsMessage}${inputValue ? ` Recherche : ${inputValue}.` : ''}`,
  },
};

interface RemoveProps {
  data: Option;
  innerProps: HTMLAttributes<HTMLDivElement>;
}

/** The cross that takes one of several choices away; react-select names it « Remove … ». */
function Remove({ data, innerProps }: RemoveProps): ReactElement {
  const name = `Retirer ${data.label ?? ''}`.trim();
  return createElement('div', { role: 'button', ...innerProps, 'aria-label': name }, '×');
}

/** What is typed finds a label whatever its accents, and whatever its spaces: ours do not break before « : ». */
const spelt = (text: string): string => fold(text.replace(/\s+/g, ' ').trim());

/** Whether a choice among options shows one for what is typed. */
export const isFound = ({ label = '' }: Option, typed: string): boolean => spelt(label).includes(spelt(typed));

/** Decap's choice among options or among entries, in French. */
export function frenchSelect(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => {
    render(): ReactElement<{ components?: object; loadOptions?: unknown }>;
  };
  class FrenchSelect extends Base {
    override render() {
      const select = super.render();
      return cloneElement(select, {
        ...FRENCH_SELECT,
        // Decap looks for entries itself, and finds them by more than their titles.
        ...(select.props.loadOptions === undefined && { filterOption: isFound }),
        components: { ...select.props.components, MultiValueRemove: Remove },
      });
    }
  }
  return FrenchSelect as unknown as ComponentType;
}
