import { entryPath } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { decapCollection, type DecapCollection } from '#schemas/kit/decap.ts';
import { typeset } from '#domain/typography.ts';
import type { Backend, Workflow } from './backend.ts';

/**
 * What a save is called in the history of the forge.
 * https://decapcms.org/docs/beta-features/#commit-message-templates
 */
const COMMIT_MESSAGES = {
  create: 'Ajoute {{collection}} : {{slug}}',
  update: 'Modifie {{collection}} : {{slug}}',
  delete: 'Supprime {{collection}} : {{slug}}',
  uploadMedia: 'Dépose {{path}}',
  deleteMedia: 'Supprime {{path}}',
} as const;

/**
 * A draft is one commit once it is published. Its state is a label: `relecture/draft`, `relecture/pending_review`,
 * `relecture/pending_publish`; Decap names the state.
 */
const REVIEW = { squash_merges: true, cms_label_prefix: 'relecture/' } as const;

interface CmsConfig {
  backend: Pick<Backend, 'name' | 'branch'> & { commit_messages: typeof COMMIT_MESSAGES } & Partial<typeof REVIEW>;
  collections: DecapCollection<CollectionName>[];
  load_config_file: boolean;
  locale: string;
  site_url: string;
  logo: { src: string; show_in_header: boolean };
  publish_mode: 'simple' | 'editorial_workflow';
  media_folder: string;
  public_folder: string;
  slug: { encoding: 'unicode' | 'ascii'; clean_accents: boolean; sanitize_replacement: string };
  editor: { preview: boolean; notes: boolean };
}

export interface CmsSettings {
  backend: Backend;
  workflow: Workflow;
  /** Absolute address of the site, without a final slash. */
  siteUrl: string;
}

/** The whole Decap configuration, derived from the declared collections. */
export function cmsConfig({ backend, workflow, siteUrl }: CmsSettings): CmsConfig {
  return {
    // Another config.yml would be merged in, and every collection doubled.
    load_config_file: false,
    backend: { ...backend, commit_messages: COMMIT_MESSAGES, ...(workflow === 'review' && REVIEW) },
    locale: 'fr',
    site_url: siteUrl,
    logo: { src: '/icon.svg', show_in_header: true },
    publish_mode: workflow === 'review' ? 'editorial_workflow' : 'simple',
    media_folder: 'public/uploads',
    public_folder: '/uploads',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: false, notes: false },
    collections: Object.values(collections).map((declared) =>
      decapCollection<CollectionName>(declared, { say: typeset, previewPath }),
    ),
  };
}

/** Decap fills one template for a whole collection: fixed pages and settings lead to the home page. */
const previewPath = ({ name, extensible = true }: Collection<CollectionName>): string | undefined =>
  extensible ? entryPath(name, '{{slug}}').slice(1) : undefined;
