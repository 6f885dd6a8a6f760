package gaitd.policies.bundle;

import gaitd.policies.text.Words;

/**
 * One error in a bundle.
 *
 * @param where the file, with the key or tensor
 * @param what what is wrong and what was expected, one line
 */
public record BundleFinding(String where, String what) {
    /**
     * Made from any text.
     *
     * @param where the file, with the key or tensor
     * @param what what is wrong; control characters are replaced, too long a text is cut
     */
    public BundleFinding {
        where = Words.oneLine(where);
        what = Words.oneLine(what);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
