import { createElement, Fragment, type ComponentType, type ReactElement } from 'react';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Created } from '../write/create.ts';
import { quickFields } from '../write/quick.ts';
import type { Immutable } from './immutable.ts';
import { frenchSelect } from './select.ts';

/** Makes an entry of a collection, asking what it needs; undefined when its editor leaves it. */
export type Create = (collection: CollectionName) => Promise<Created | undefined>;

/** The part of Decap's choice among entries that chooses one. */
interface RelationControl {
  props: { field: Immutable };
  render(): ReactElement;
  handleChange(option: { value: string; label: string; data: object }): void;
}

/** Decap's choice among entries, beside which one that is not there yet may be made without leaving the form. */
export function relationWith(create: Create): (control: unknown) => ComponentType {
  return (control) => {
    const Base = frenchSelect(control) as unknown as new (props: unknown) => RelationControl;
    class Relation extends Base {
      #make = async (collection: CollectionName): Promise<void> => {
        const made = await create(collection);
        if (made) this.handleChange({ value: made.slug, label: made.title, data: made.answers });
      };

      override render() {
        const { field } = this.props;
        const collection = String(field.get('collection')) as CollectionName;
        if (field.get('multiple') === true || !quickFields(collection)) return super.render();
        return createElement(
          Fragment,
          null,
          super.render(),
          createElement(
            'button',
            { type: 'button', className: 'cms-create', onClick: () => void this.#make(collection) },
            `Créer : ${collections[collection].labelSingular.toLowerCase()}`,
          ),
        );
      }
    }
    return Relation as unknown as ComponentType;
  };
}
