import type { CardData } from './card-values.ts'

/** What we use of Adaptive Cards 1.5, as plain objects. */
export type AdaptiveCard = {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: string
  readonly lang: string
  readonly fallbackText: string
  readonly msteams: { readonly width: 'Full' }
  readonly body: readonly CardElement[]
}

export type CardElement = RichTextBlock | TextBlock | ColumnSet | Container | ActionSet | ChoiceSet | TimeInput

type Placed = {
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large'
  /** A line above. */
  readonly separator?: boolean
}

export type TextRun = {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Bolder'
  readonly size?: 'Small'
  readonly isSubtle?: boolean
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string }
}

export type RichTextBlock = Placed & { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] }

/** Reads Markdown: for our own fixed words alone. */
export type TextBlock = Placed & {
  readonly type: 'TextBlock'
  readonly text: string
  readonly style: 'heading'
  readonly weight: 'Bolder'
  readonly size?: 'Large'
  readonly wrap: true
}

export type Column = Placed & {
  readonly type: 'Column'
  readonly width: 'auto' | 'stretch'
  readonly verticalContentAlignment?: 'Center'
  readonly items: readonly CardElement[]
}

export type ColumnSet = Placed & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] }

export type Container = Placed & {
  readonly type: 'Container'
  readonly style?: 'emphasis'
  readonly rtl?: boolean
  readonly items: readonly CardElement[]
}

export type ActionSet = Placed & { readonly type: 'ActionSet'; readonly actions: readonly CardButton[] }

type Input = Placed & {
  /** By which what is chosen is submitted. */
  readonly id: string
  readonly label: string
  readonly isRequired: true
  readonly errorMessage: string
}

/** Submits the values that are chosen, with commas between them. */
export type ChoiceSet = Input & {
  readonly type: 'Input.ChoiceSet'
  readonly style: 'expanded' | 'compact'
  readonly isMultiSelect: boolean
  readonly wrap: true
  readonly choices: readonly { readonly title: string; readonly value: string }[]
  readonly value: string
}

/** Submits HH:MM. */
export type TimeInput = Input & { readonly type: 'Input.Time'; readonly value: string }

export type CardButton = ExecuteAction | OpenUrlAction

/** A button that opens an address. */
export type OpenUrlAction = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }

/** A button; clients that do not know `Action.Execute` send the same as a message of its own. */
export type ExecuteAction = {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly tooltip?: string
  readonly verb: string
  /** Goes without what stands in the fields of the card. */
  readonly associatedInputs?: 'none'
  readonly data: CardData
  readonly fallback: {
    readonly type: 'Action.Submit'
    readonly title: string
    readonly tooltip?: string
    readonly associatedInputs?: 'none'
    readonly data: CardData & { readonly verb: string }
  }
}
