// Every action towards a person: by how much it may help, or why it is not open; and what is worth asking them. The answer
// to "why not something else?" and to "what would change it?".

import { Button, Drawer, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Advice, Choice, Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { ReplyBar } from '~/graphics/ReplyBar';
import { problemText } from '~/words/problem';
import { AskRow } from './AskRow';
import { adviceQuery, choicesQuery, useDismissal } from './api';
import css from './ChoicesDrawer.module.css';
import { type Prefill, takingUp } from './prefill';
import {
  chancesLine,
  closedWords,
  deedWords,
  gainWords,
  hoursWords,
  measureWords,
  type NameOf,
  namesOf,
  replyParts,
} from './words';

interface Props {
  room: Room;
  /** Towards whom; closed without anybody. */
  personId: Id | null;
  title: string;
  onPerson: (id: Id) => void;
  /** Missing where the reader may not plan. */
  onPlan?: ((prefill: Prefill) => void) | undefined;
  onClose: () => void;
}

export function ChoicesDrawer({ room, personId, title, onPerson, onPlan, onClose }: Props) {
  const { t } = useWords();
  const people = room.stakeholders
    .filter(({ active, excluded }) => active && !excluded)
    .sort((a, b) => b.power - a.power)
    .map(({ person: { id, name } }) => ({ value: id, label: name }));
  return (
    <Drawer
      opened={personId !== null}
      onClose={onClose}
      size={460}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {personId && (
        <>
          <Select
            label={t('choices.towards')}
            data={people}
            value={personId}
            onChange={(id) => id && onPerson(id)}
            className={css.person ?? ''}
          />
          <Choices dealId={room.opportunity.id} personId={personId} onPlan={onPlan} />
        </>
      )}
    </Drawer>
  );
}

interface ChoicesProps extends Pick<Props, 'onPlan'> {
  dealId: Id;
  personId: Id;
}

function Choices({ dealId, personId, onPlan }: ChoicesProps) {
  const { t } = useWords();
  const choices = useQuery(choicesQuery(dealId, personId));
  const advice = useQuery(adviceQuery(dealId));
  if (choices.isPending || advice.isPending) return <Waiting rows={8} height={32} />;
  if (choices.isError)
    return <Failure what={t('choices.failed')} error={choices.error} onRetry={() => void choices.refetch()} />;
  if (advice.isError)
    return <Failure what={t('choices.failed')} error={advice.error} onRetry={() => void advice.refetch()} />;
  const nameOf = namesOf([...choices.data.people, ...advice.data.people]);
  const asks = advice.data.ask.filter(({ person_id: id }) => id === personId);
  const open = choices.data.choices.filter(({ closed }) => closed === null);
  const closed = choices.data.choices.filter((choice) => choice.closed !== null);
  const isSuggested = ({ action }: Choice) =>
    advice.data.best.some((one) => one.action === action && one.person_id === personId);
  const row = (choice: Choice) => (
    <ChoiceRow
      key={choice.action}
      dealId={dealId}
      choice={choice}
      advice={advice.data}
      nameOf={nameOf}
      onPlan={onPlan && (() => onPlan({ ...takingUp(dealId, choice), suggested: isSuggested(choice) }))}
    />
  );
  return (
    <>
      <h3 className={css.title}>
        {t('choices.open')}{' '}
        {advice.data.measure && (
          <span className={`${text.tiny} ${text.third}`}>
            {t('advice.change_of', { measure: measureWords(t, advice.data.measure) })}
          </span>
        )}
      </h3>
      {open.length === 0 && <p className={`${text.small} ${text.third}`}>{t('choices.none_open')}</p>}
      <ul className={css.list}>{open.map(row)}</ul>
      {asks.length > 0 && (
        <>
          <h3 className={css.title}>{t('advice.ask_next')}</h3>
          <ul className={css.list}>
            {asks.map((one) => (
              <AskRow key={one.topic} asking={one} nameOf={nameOf} />
            ))}
          </ul>
        </>
      )}
      {closed.length > 0 && (
        <>
          <h3 className={css.title}>{t('choices.closed')}</h3>
          <ul className={css.list}>{closed.map(row)}</ul>
        </>
      )}
    </>
  );
}

interface RowProps {
  dealId: Id;
  choice: Choice;
  advice: Advice;
  nameOf: NameOf;
  onPlan: (() => void) | undefined;
}

/** What is closed for a while only, or was told to stop, would still change something. */
const WOULD_CHANGE = ['told_to_stop', 'declined', 'dismissed', 'planned', 'open'];

function ChoiceRow({ dealId, choice, advice, nameOf, onPlan }: RowProps) {
  const { t, f } = useWords();
  const { action, person_id: id, closed, gain, answers, cost_hours: hours } = choice;
  const title = deedWords(t, choice, nameOf);
  const told = !closed || WOULD_CHANGE.includes(closed.word);
  const dismissal =
    closed?.word === 'dismissed'
      ? advice.dismissed.findLast((one) => one.person_id === id && one.action === action)
      : undefined;
  return (
    <li className={css.row} data-closed={closed !== null || undefined}>
      <div className={css.words}>
        <div className={css.what}>{title}</div>
        {closed ? (
          <div className={`${text.small} ${text.third}`}>{closedWords(t, f, closed, advice.measure)}</div>
        ) : (
          <div className={`${text.tiny} ${text.third} ${css.chances}`}>
            <ReplyBar parts={replyParts(answers, advice.now ?? 0)} width={48} label={chancesLine(t, f, answers)} />
            <span aria-hidden="true">{chancesLine(t, f, answers)}</span>
          </div>
        )}
        {!closed && gain <= 0 && <div className={`${text.small} ${text.away}`}>{t('choices.harm')}</div>}
      </div>
      <div className={css.side}>
        {told && (
          <b className={`${text.small} ${text.nowrap} ${closed ? text.third : gain > 0 ? text.toward : text.away}`}>
            {gainWords(t, f, gain)}
          </b>
        )}
        {!closed && hours > 0 && <span className={`${text.tiny} ${text.third}`}>{hoursWords(t, f, hours)}</span>}
      </div>
      {!closed && onPlan && (
        <Button size="xs" onClick={onPlan} aria-label={t('advice.plan_named', { title })}>
          {t('advice.plan')}
        </Button>
      )}
      {dismissal && onPlan && <BringBack dealId={dealId} id={dismissal.id} title={title} />}
    </li>
  );
}

function BringBack({ dealId, id, title }: { dealId: Id; id: Id; title: string }) {
  const { t } = useWords();
  const { takeBack } = useDismissal(dealId);
  const back = async () => {
    try {
      await takeBack.mutateAsync(id);
      report({ message: t('dismiss.back', { title }) });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <Button
      size="xs"
      loading={takeBack.isPending}
      leftSection={<Icon name="undo" size={13} />}
      onClick={() => void back()}
      aria-label={t('dismiss.bring_back_named', { title })}
    >
      {t('dismiss.bring_back')}
    </Button>
  );
}
