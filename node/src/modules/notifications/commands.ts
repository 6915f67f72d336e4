/** What a person can do about what they follow. */
export { follow, unfollow } from './commands/follow.ts';
export {
  askForLetters,
  changeLetters,
  confirmAddress,
  renewFeed,
  stopLetters,
  type Wish,
} from './commands/letters.ts';
