import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import { dayInFrance, isFresh } from '#domain/days.ts';
import { fetchShard } from '#places/fetch-shard.ts';
import type { PlaceChange, PlaceField } from '#places/place-field.ts';
import { territoryCodes } from '#places/territory.ts';
import { fetchWritten, keptProject, type NamedCandidate } from '../matching/fetch-candidates.ts';
import { keepPlace, keepProfile, keptPlace, keptProfile, MY_PROJECT } from '../matching/kept-profiles.ts';
import { keepMyCantine, myCantine } from '../matching/my-cantine.ts';
import type { OpportunityTerms } from '../matching/matching.ts';
import { mergedProfile, type Profile } from '../matching/profile.ts';
import { profileIn, saysAnything, valuesOf, type Fault } from './answers.ts';

const loadWords = () => import('./profile-words.ts');
const loadFiles = () => import('./profile-files.ts');

/** The profile of a cantine: kept at each answer, in this browser only, with what each answer changes. */
class CantineProfile extends SiteElement {
  readonly #form = this.one('form', HTMLFormElement);
  readonly #select = this.one('select[name="cantine"]', HTMLSelectElement);
  #cantines: readonly NamedCandidate[] = [];
  #terms: readonly OpportunityTerms[] = [];
  /** What the form says, kept by the browser or not. */
  #profile: Profile = {};
  /** Words of the last act, before the counts. */
  #told = '';

  connectedCallback() {
    this.listen(this.#select, 'change', () => this.#choose(this.#select.value));
    this.listen(this.#form, 'change', ({ target }) => this.#answered(target));
    this.listen(this.#form, 'submit', (event) => this.#leave(event));
    this.listen(this, 'place-change', ({ detail }) => void this.#moved(detail));
    this.listen(this.#form, 'click', ({ target }) => void this.#act((target as Element).closest('button')));
    void this.#start();
  }

  async #start() {
    try {
      const [{ fetchTerms }, cantines] = await Promise.all([loadWords(), fetchWritten()]);
      this.#cantines = cantines;
      this.#terms = await fetchTerms(this.dataset['src'] ?? '');
    } catch (error) {
      showTrouble(this.one('.failed'), error);
    }
    const asked = new URLSearchParams(location.search).get('cantine') ?? myCantine() ?? '';
    this.#select.value = [...this.#select.options].some(({ value }) => value === asked) ? asked : '';
    await this.#show();
    const question = location.hash && this.querySelector<HTMLElement>(`[id="${location.hash.slice(1)}"]`);
    if (question && this.#slug !== '') {
      question.scrollIntoView();
      question.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
    }
  }

  get #slug(): string {
    return this.#select.value;
  }

  /** Who answers, without what was answered here. */
  get #candidate(): NamedCandidate | undefined {
    if (this.#slug !== MY_PROJECT) return this.#cantines.find(({ slug }) => slug === this.#slug);
    return keptProject();
  }

  #choose(slug: string) {
    keepMyCantine(slug === '' ? undefined : slug);
    this.#told = '';
    void this.#show();
  }

  /** The form comes with what depends on it, so that nothing moves under the eye. */
  async #show() {
    const slug = this.#slug;
    const isProject = slug === MY_PROJECT;
    const place = this.one('.place');
    if (isProject && place.hidden) void this.#restorePlace();
    place.hidden = !isProject;
    this.#fill(keptProfile(slug) ?? {});
    await this.#tell();
    this.#form.hidden = this.#slug === '';
  }

  async #restorePlace() {
    await customElements.whenDefined('place-field');
    const place = keptPlace();
    await this.querySelector<PlaceField>('place-field')?.restore(place?.token ?? '', place?.name);
  }

  async #moved(place: PlaceChange) {
    const code = place && 'code' in place ? place.code : undefined;
    try {
      const territory = code === undefined ? undefined : await territoryCodes(code, fetchShard);
      const { value: token = '', label: name } = this.querySelector<PlaceField>('place-field') ?? {};
      keepPlace(territory && { token, name, territory });
    } catch (error) {
      showTrouble(this.one('.failed'), error);
    }
    void this.#tell();
  }

  #fill(profile: Profile) {
    this.#profile = profile;
    for (const [name, said] of valuesOf(profile)) {
      for (const field of this.#fields(name)) {
        const isBox = field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);
        if (isBox) field.checked = said.includes(field.value);
        else field.value = said[0] ?? '';
      }
    }
    this.#mark([]);
  }

  #fields = (name: string) => this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);

  #answered(target: EventTarget | null) {
    if (target instanceof HTMLInputElement && target.type === 'file') {
      void this.#open(target);
      return;
    }
    const values = new Map<string, string[]>();
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
    const { profile, faults } = profileIn(values, dayInFrance(new Date()));
    this.#mark(faults);
    // One answer says nothing of the others: they are as old as they were until all are read again.
    this.#keep(this.#isOld ? { ...profile, asOf: this.#profile.asOf } : profile);
  }

  /** Whether these answers are too old for the watch to rely on them. */
  get #isOld(): boolean {
    return this.#profile.asOf !== undefined && !isFresh(this.#profile.asOf, dayInFrance(new Date()));
  }

  #keep(profile: Profile) {
    this.#profile = profile;
    keepMyCantine(this.#slug);
    const isKept = keepProfile(this.#slug, saysAnything(profile) ? profile : undefined);
    this.#told = isKept
      ? 'Gardé dans ce navigateur.'
      : 'Ce navigateur ne garde rien\u00a0: téléchargez le profil pour le retrouver.';
    void this.#tell();
  }

  #mark(faults: readonly Fault[]) {
    for (const place of this.#form.querySelectorAll<HTMLElement>('[data-fault]')) {
      const name = place.dataset['fault'] ?? '';
      const remedy = faults.find(({ field }) => field === name)?.remedy ?? '';
      place.textContent = remedy;
      for (const field of this.#fields(name)) field.setAttribute('aria-invalid', String(remedy !== ''));
    }
  }

  /** All is kept at each answer: what is sent is the reader, to the list, once nothing is left to correct. */
  #leave(event: Event) {
    event.preventDefault();
    const wrong = this.#form.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else location.assign(`/financements/?cantine=${this.#slug}`);
  }

  /** What the answers give: in all, and at each question. */
  async #tell() {
    const candidate = this.#candidate;
    const status = this.one('.sum p');
    this.one('.old').hidden = !this.#isOld;
    if (this.#slug === '') return;
    if (!candidate || this.#terms.length === 0) {
      const where =
        this.#slug === MY_PROJECT ? 'Dites où est le projet\u00a0: la veille saura ce qui lui convient.' : '';
      status.textContent = `${this.#told} ${where}`.trim();
      return;
    }
    const { tellStakes } = await loadWords();
    const now = new Date();
    const profile = mergedProfile(this.#profile, candidate.profile, dayInFrance(now));
    const own = { ...candidate, profile };
    status.textContent = `${tellStakes(this.#form, this.#terms, own, candidate.profile, now)} ${this.#told}`.trim();
  }

  async #act(button: HTMLButtonElement | null) {
    const act = button?.dataset['act'];
    if (act === 'forget') {
      keepProfile(this.#slug, undefined);
      if (this.#slug === MY_PROJECT) {
        keepPlace(undefined);
        void this.#restorePlace();
      }
      this.#fill({});
      this.#told = 'Oublié\u00a0: ce navigateur n’en garde plus rien.';
      void this.#tell();
    }
    if (act === 'save') (await loadFiles()).saveProfile(this.#slug, this.#profile);
    if (act === 'still-true') this.#keep({ ...this.#profile, asOf: dayInFrance(new Date()) });
  }

  async #open(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const { profile, trouble } = await (await loadFiles()).openProfile(file);
    if (profile) {
      this.#fill(profile);
      this.#keep(profile);
      return;
    }
    this.#told = trouble;
    void this.#tell();
  }
}

customElements.define('cantine-profile', CantineProfile);
