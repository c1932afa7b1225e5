import tseslint from 'typescript-eslint'

const CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Rules never read the clock: take `today` as an argument.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Rules never read the clock: take `today` as an argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Rules never roll dice: take the value as an argument.' },
]

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data', '**/*.cjs', 'bin/**', 'eslint.config.js', 'src/platform/portal/styles/**'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    rules: {
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ['src/kernel/**', 'src/modules/*/domain/**'], rules: { 'no-restricted-syntax': ['error', ...CLOCK] } },
  { files: ['**/*.test.{ts,tsx}', 'tests/**'], rules: { '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/only-throw-error': 'off', '@typescript-eslint/restrict-template-expressions': 'off' } },
  { files: ['**/*.config.*', '**/*.global.ts', '**/*-reporter.ts'], rules: { 'no-restricted-exports': 'off' } },
)
