package gaitd.tools.terminal;

import gaitd.tools.run.Key;

/** Characters from a terminal to keys; arrows arrive as three characters. Used by one thread. */
final class KeyDecoder {
    private static final int ESCAPE = 27;

    private int escaped;

    /**
     * Takes one character.
     *
     * @param c the character
     * @return the key it completes, or null
     */
    Key feed(final int c) {
        if (c == ESCAPE) {
            escaped = 1;
            return null;
        }
        if (escaped == 1 && (c == '[' || c == 'O')) {
            escaped = 2;
            return null;
        }
        final boolean arrow = escaped == 2;
        escaped = 0;
        return arrow ? arrow(c) : plain(c);
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
            case 'c', 'C' -> Key.CLEAR_FAULT;
            case 'q', 'Q' -> Key.QUIT;
            default -> null;
        };
    }
}
