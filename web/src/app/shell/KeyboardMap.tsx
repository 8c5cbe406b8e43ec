// Every key there is, on one card. ? opens it.

import { Kbd, Modal } from '@mantine/core';
import { useWords } from '~/app/i18n';
import { keyName } from '~/app/keys';
import css from './KeyboardMap.module.css';

const GROUPS = [
  {
    name: 'keys.anywhere',
    keys: [
      ['mod+k', 'keys.palette'],
      ['mod+z', 'keys.undo'],
      ['mod+\\', 'keys.sidebar'],
      ['g t', 'keys.go_today'],
      ['g d', 'keys.go_deals'],
      ['g p', 'keys.go_people'],
      ['g o', 'keys.go_organizations'],
      ['g c', 'keys.go_control'],
      ['g f', 'keys.go_forecast'],
      ['g l', 'keys.go_lessons'],
      ['g w', 'keys.go_ways'],
      ['?', 'keys.map'],
    ],
  },
  {
    name: 'keys.lists',
    keys: [
      ['j', 'keys.down'],
      ['k', 'keys.up'],
      ['Enter', 'keys.open'],
      ['Space', 'keys.peek'],
      ['n', 'keys.new'],
      ['m', 'keys.carry'],
    ],
  },
  {
    name: 'keys.record',
    keys: [
      ['e', 'keys.evidence'],
      ['a', 'keys.plan'],
      ['1', 'keys.plan_nth'],
      ['p', 'keys.promise'],
      ['y', 'keys.why'],
      ['[', 'keys.previous'],
      [']', 'keys.next'],
    ],
  },
] as const;

export function KeyboardMap({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} size={640}>
      <div className={css.groups}>
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className={css.name}>{t(group.name)}</h3>
            <dl className={css.list}>
              {group.keys.map(([stroke, meaning]) => (
                <div key={stroke} className={css.line}>
                  <dt>{t(meaning)}</dt>
                  <dd>
                    {stroke.split(' ').map((key) => (
                      <Kbd key={key}>{keyName(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
