// The table "Who may import what" of ARCHITECTURE.md. tests/architecture has a fixture for each rule that must fail.

/** What a folder may import, whatever else there is. */
const only = (name, from, ...to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to },
});

const never = (name, from, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(pathNot && { pathNot }) },
  to,
});

const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
const anyPackage = '(^|/)node_modules/';
const react = packages('react', 'react-dom', '@mantine/[^/]+', '@tanstack/react-[^/]+', '@lingui/react');

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  only('domain-is-pure', '^shared/domain/', '^shared/domain/'),
  only('contract-knows-domain-and-zod', '^shared/contract/', '^shared/(domain|contract)/', packages('zod')),
  only(
    'spreadsheet-knows-domain-and-fflate',
    '^shared/spreadsheet/',
    '^shared/(domain|spreadsheet)/',
    packages('fflate'),
  ),
  never('portal-runs-without-electron', '^portal/', { path: ['^(electron|renderer)/', packages('electron')] }),
  never('http-leaves-sql-to-commands-and-reads', '^portal/http/', { path: '^portal/store/' }),
  never('main-forks-the-portal-as-a-file', '^electron/main/', { path: '^(portal|renderer|electron/preload)/' }),
  {
    name: 'journal-runs-without-electron',
    severity: 'error',
    from: { path: '^electron/main/journal/' },
    to: { pathNot: ['^electron/main/journal/', '^shared/'], dependencyTypesNot: ['core'] },
  },
  only(
    'preload-is-the-bridge-only',
    '^electron/preload/',
    '^electron/preload/',
    '^shared/contract/desk-',
    packages('electron'),
  ),
  never('ui-knows-no-business', '^renderer/ui/', {
    path: ['^(shared|portal|electron)/', '^renderer/(?!ui/)', packages('dexie')],
  }),
  {
    name: 'features-stand-alone',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: {
      path: '^(renderer|portal|electron)/',
      pathNot: [
        '^renderer/(ui|words|bindings|offline|portal|desk)/',
        '^renderer/features/$1/',
        // What the frame of a case is for its families.
        '^renderer/features/case/frame\\.ts$',
        '\\.(css|po|svg|png)$',
      ],
    },
  },
  never('the-frame-knows-no-family', '^renderer/features/case/', { path: '^renderer/features/(?!case/)' }),
  never('families-know-only-the-frame', '^renderer/features/(?!case/)', {
    path: '^renderer/features/case/(?!frame\\.ts$)',
  }),
  never(
    'families-stand-in-one-list',
    '^renderer/',
    { path: '^renderer/(features|words)/[^/]+/family\\.ts$', pathNot: '^renderer/features/case/' },
    ['^renderer/app/families\\.ts$', '^renderer/words/families\\.ts$'],
  ),
  never('bindings-know-no-screens', '^renderer/bindings/', { path: ['^renderer/(features|app|ui)/'] }),
  never('words-only-name-things', '^renderer/words/', { path: ['^renderer/(?!words/|ui/)', packages('dexie')] }),
  never('offline-is-storage-only', '^renderer/offline/', {
    path: [anyPackage, '^renderer/', '^portal/'],
    pathNot: ['^renderer/offline/', packages('dexie')],
  }),
  never('sync-joins-offline-and-portal', '^renderer/sync/', {
    path: [anyPackage, '^renderer/', '^portal/'],
    pathNot: ['^renderer/(sync|offline|portal)/'],
  }),
  never('renderer-edges-know-no-screens', '^renderer/(portal|desk)/', {
    path: ['^renderer/(features|app|ui)/', react],
  }),
  never('renderer-runs-in-a-page', '^renderer/', {
    // Two megabytes of rules that the portal server reads when somebody asks.
    path: ['^(portal|electron)/', packages('electron', 'date-holidays')],
  }),
  never('renderer-has-no-node', '^renderer/', { dependencyTypes: ['core'] }),
  never('product-knows-no-tests', '^(shared|portal|electron|renderer)/', { path: '^(tests|scripts)/' }),
  never('product-uses-shipped-packages', '^(shared|portal|electron|renderer)/', {
    dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
    // Electron and the types are there where they are needed.
    pathNot: [packages('electron'), '(^|/)node_modules/@types/'],
  }),
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^release/', '^\\.cache/', '^tests/architecture/fixtures/'] },
    // Types count: a layer that knows the types of another one depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
