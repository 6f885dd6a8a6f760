package gaitd.policies.text;

/** Receives the problems of a file: collects them, or throws at the first. */
@FunctionalInterface
public interface Problems {
    /**
     * Takes one problem.
     *
     * @param where file, table and key
     * @param what what is wrong, and what was expected
     */
    void add(String where, String what);
}
