package gaitd.robot.terminal;

import gaitd.robot.scenario.Key;

/** Decodes characters from a terminal to keys; arrows arrive as three characters. Used by one thread. */
final class KeyDecoder {
    private static final int ESCAPE = 27;

    private enum State {
        PLAIN,
        ESCAPED,
        ARROW,
        PARAMETERS
    }

    private State state = State.PLAIN;

    /**
     * Takes one character.
     *
     * @param c the character
     * @return the key it completes, or null
     */
    Key feed(final int c) {
        final State before = state;
        state = next(c);
        return switch (before) {
            case ARROW -> arrow(c);
            case PLAIN -> plain(c);
            case ESCAPED -> state == State.PLAIN ? plain(c) : null;
            case PARAMETERS -> null;
        };
    }

    /** Sequences with parameters, such as a terminal's answers about itself, are swallowed to their last character. */
    private State next(final int c) {
        if (c == ESCAPE) {
            return State.ESCAPED;
        }
        return switch (state) {
            case PLAIN -> State.PLAIN;
            case ESCAPED -> c == '[' || c == 'O' ? State.ARROW : State.PLAIN;
            case ARROW, PARAMETERS -> c >= ' ' && c <= '?' ? State.PARAMETERS : State.PLAIN;
        };
    }

    private static Key arrow(final int c) {
        return switch (c) {
            case 'A' -> Key.FASTER;
            case 'B' -> Key.SLOWER;
            case 'C' -> Key.RIGHT;
            case 'D' -> Key.LEFT;
            default -> null;
        };
    }

    private static Key plain(final int c) {
        return switch (c) {
            case ' ' -> Key.SIT_OR_STAND;
            case 'x', 'X', '!' -> Key.STOP;
            case 'p', 'P' -> Key.NEXT_POLICY;
            case 'c', 'C' -> Key.CLEAR_FAULT;
            case 'q', 'Q' -> Key.QUIT;
            default -> null;
        };
    }
}
