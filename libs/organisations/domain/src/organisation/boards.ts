import { accepted, refusal, refused, type Outcome } from '#kernel';
import type { JoinBoard, LeaveBoard } from './commands.ts';
import type { BoardJoined, BoardLeft } from './events.ts';
import type { Organisation, OrganisationKind } from './organisation.ts';

/** Puts the organisation in a board's scope. @param kind of the organisation named as the board, where one has joined here */
export function joinBoard(
  { board }: JoinBoard,
  state: Organisation,
  kind: OrganisationKind | undefined,
): Outcome<readonly BoardJoined[]> {
  if (board === state.id) {
    return refused(refusal('organisations.board-itself', 'A board is not in the scope of itself.', 'board'));
  }
  if (kind !== 'board') {
    return refused(
      refusal('organisations.board-unknown', 'There is no such board: choose one from the list.', 'board'),
    );
  }
  return state.boards.includes(board)
    ? accepted([])
    : accepted([{ type: 'organisation-board-joined', facts: { board } }]);
}

/** Takes the organisation out of a board's scope. */
export const leaveBoard = ({ board }: LeaveBoard, state: Organisation): Outcome<readonly BoardLeft[]> =>
  state.boards.includes(board)
    ? accepted([{ type: 'organisation-board-left', facts: { board } }])
    : refused(refusal('organisations.board-not-joined', 'The organisation has not joined this board.', 'board'));
