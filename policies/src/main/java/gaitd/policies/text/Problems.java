package gaitd.policies.text;

/** Is told what is wrong with a file: collects it, or throws at once. */
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
