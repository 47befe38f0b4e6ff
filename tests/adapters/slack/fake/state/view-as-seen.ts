import type { ShownView } from './views.ts'

/** A view as Slack shows it to the app, in answers and in payloads. */
export function viewAsSeen(
  { id, team, view, hash, rootId, previousId }: Omit<ShownView, 'updates' | 'user'>,
  { appId, botId }: { readonly appId: string; readonly botId: string },
): Record<string, unknown> {
  return {
    id,
    team_id: team,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    state: { values: {} },
    hash,
    root_view_id: rootId,
    previous_view_id: previousId ?? null,
    app_id: appId,
    app_installed_team_id: team,
    bot_id: botId,
  }
}
