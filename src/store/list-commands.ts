import {
  isProjectCommand,
  type ProjectCommand,
  type ProjectWrites,
  projectProgram,
  projectTouched,
} from '#src/store/project-commands.ts';
import {
  isRoundCommand,
  type RoundCommand,
  type RoundWrites,
  roundProgram,
  roundTouched,
} from '#src/store/round-commands.ts';
import { type VacancyCommand, type VacancyWrites, vacancies } from '#src/store/vacancy-commands.ts';

/** Writes of what the office keeps lists of beside its cases: rounds with enterprises, projects, and vacancies. */
export type ListWrites = RoundWrites & ProjectWrites & VacancyWrites;
type ListCommand = RoundCommand | ProjectCommand | VacancyCommand;

export const lists = {
  is: (command: { readonly kind: string }): command is ListCommand =>
    isRoundCommand(command) || isProjectCommand(command) || vacancies.is(command),
  program: (command: ListCommand) => {
    if (vacancies.is(command)) return vacancies.program(command);
    return isRoundCommand(command) ? roundProgram(command) : projectProgram(command);
  },
  touched: (command: ListCommand): readonly string[] => {
    if (vacancies.is(command)) return vacancies.touched(command);
    return isRoundCommand(command) ? roundTouched(command) : projectTouched(command);
  },
};
