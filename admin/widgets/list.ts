import { createElement, Fragment, type ComponentType, type ReactElement } from 'react';
import type { Weekday } from '#domain/days.ts';
import { askDays } from '../choosers/ask-days.ts';
import { ByHand } from '../choosers/by-hand.ts';
import { newMap } from '../choosers/draft.ts';
import { isMap, withPart, type Immutable, type ImmutableList } from './immutable.ts';
import { pickerOf } from '../choosers/picker.ts';
import { copied, isPlaced, PARTS, placeOf, type Changed, type DraftSlot } from '../choosers/week-slots.ts';
import { Week, type WeekEdits } from '../choosers/week.ts';

interface ListState {
  /** The value that the names are those of. */
  followed?: ImmutableList;
  /** A name for each item, which Decap keeps beside the value. */
  keys: string[];
  itemsCollapsed: boolean[];
}

/** The part of Decap's list control that names a folded item, draws the list, and follows its items. */
interface ListControl {
  props: {
    field: Immutable;
    value: ImmutableList;
    onChange: (value: ImmutableList) => void;
    clearFieldErrors: (id: string) => void;
    fieldsErrors?: { toJS(): unknown };
  };
  state: ListState;
  setState: (state: Omit<ListState, 'followed'>) => void;
  childRefs: Record<string, unknown>;
  objectLabel(item: unknown): string;
  render(): ReactElement;
}

/**
 * Decap's list, whose folded items say « Lundi — On mange » where Decap shows `monday — meal`. The slots of a week are a
 * grid, above the list.
 */
export function frenchList(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => ListControl;
  class FrenchList extends Base {
    /** A chooser may change the items from without: Decap's list only follows its own buttons. */
    static getDerivedStateFromProps({ value }: { value: ImmutableList }, state: ListState): Partial<ListState> | null {
      return value === state.followed ? null : { followed: value, ...following(value, state) };
    }

    #edits: WeekEdits = {
      change: (index, part, value) => {
        const { value: list, onChange } = this.props;
        const slot = list.get(index);
        if (isMap(slot)) onChange(list.set(index, withPart(slot, part, value, PARTS)));
      },
      remove: (index) => this.#write(this.#indexes().toSpliced(index, 1)),
      add: (day, kind) => {
        const slots = slotsIn(this.props.value);
        const added = day === '' ? { kind } : { day, kind };
        const at = placeOf(slots, added);
        this.#write((this.#indexes() as (DraftSlot | number)[]).toSpliced(at, 0, added));
        return at;
      },
      copy: (day) => void this.#copy(day),
    };

    override objectLabel(item: unknown): string {
      const { field } = this.props;
      const label = super.objectLabel(isMap(item) ? withLabels(item, field.get('fields')) : item);
      // Decap's own words for an item that holds nothing yet.
      return label && !/^No \w+$/.test(label) ? label : `${String(field.get('label_singular'))} à remplir`;
    }

    override render() {
      const plain = super.render();
      const { field, value } = this.props;
      const picker = pickerOf(field);
      if (picker === 'by hand') {
        return createElement(ByHand, { label: `${String(field.get('label'))}, à la main`, isOpen: false }, plain);
      }
      if (picker !== 'week') return plain;
      const slots = slotsIn(value);
      return createElement(
        Fragment,
        null,
        createElement(Week, { slots, keys: this.state.keys, edits: this.#edits }),
        createElement(ByHand, { label: 'Créneaux, un par un', isOpen: !slots.every(isPlaced) }, plain),
      );
    }

    #indexes = (): number[] => Array.from({ length: this.props.value.size }, (_, index) => index);

    async #copy(day: Weekday): Promise<void> {
      const days = await askDays(day, slotsIn(this.props.value));
      if (days.length > 0) this.#write(copied(slotsIn(this.props.value), day, days));
    }

    /** Changes the items, and what Decap keeps beside them. */
    #write(next: Changed): void {
      const { value, onChange, clearFieldErrors, fieldsErrors } = this.props;
      const { keys: before, itemsCollapsed } = this.state;
      const keys = next.map((each) => (typeof each === 'number' ? before[each] : undefined) ?? crypto.randomUUID());
      const gone = before.filter((key) => !keys.includes(key));
      for (const key of gone) Reflect.deleteProperty(this.childRefs, key);
      // An error of an item that is gone would forbid to save.
      const errors = (fieldsErrors?.toJS() ?? {}) as Record<string, { parentIds?: string[] }[]>;
      for (const [id, those] of Object.entries(errors))
        if (those.some(({ parentIds = [] }) => parentIds.some((each) => gone.includes(each)))) clearFieldErrors(id);
      this.setState({
        keys,
        itemsCollapsed: next.map((each) => typeof each !== 'number' || (itemsCollapsed[each] ?? true)),
      });
      const items = next.map((each) => (typeof each === 'number' ? value.get(each) : mapOf(each)));
      onChange(value.clear().concat(items));
    }
  }
  return FrenchList as unknown as ComponentType;
}

/** The names of items of which some have come or gone: those that stay keep theirs. */
function following(value: ImmutableList, { followed, keys, itemsCollapsed }: ListState): Partial<ListState> {
  if (value.size === keys.length) return {};
  const before = followed?.toArray() ?? [];
  const found = value.toArray().map((item) => before.indexOf(item));
  const kept = found.map((at, index) => (found.indexOf(at) === index ? at : -1));
  return {
    keys: kept.map((at) => keys[at] ?? crypto.randomUUID()),
    itemsCollapsed: kept.map((at) => itemsCollapsed[at] ?? true),
  };
}

const slotsIn = (list: ImmutableList): DraftSlot[] =>
  list.toArray().map((item) => (isMap(item) ? (item.toJS() as DraftSlot) : {}));

const mapOf = (slot: DraftSlot): unknown =>
  Object.entries(slot).reduce((map, [part, value]) => map?.set(part, value), newMap());

function withLabels(item: Immutable, fields: unknown): Immutable {
  let labelled = item;
  if (!isMap(fields)) return item;
  fields.forEach((field) => {
    const name = String(field.get('name'));
    const options = field.get('options');
    const option = isMap(options) ? options.find((each) => each.get('value') === item.get(name)) : undefined;
    if (option) labelled = labelled.set(name, option.get('label'));
  });
  return labelled;
}
