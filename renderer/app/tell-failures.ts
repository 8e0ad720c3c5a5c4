import { notifications } from '@mantine/notifications';

/** Says so when something the analyst asked for was not done and nobody nearer has said it. */
export function tellFailures(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    notifications.show({
      color: 'orange',
      autoClose: false,
      title: 'That was not done',
      message: `${reason instanceof Error ? reason.message : String(reason)} What was saved before is as it was. Try again.`,
    });
  });
}
