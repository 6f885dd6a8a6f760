package gaitd.policies.learn;

/** A policy that can be asked what it would do, along whichever way another one goes. */
@FunctionalInterface
public interface Teacher {
    /**
     * One step of every environment.
     *
     * @param observation environments x observations, in the task's units; only read
     * @param begins whether an environment's episode begins with this observation, so that what the teacher remembers of it is void
     * @param action written, environments x actions, nominally from -1 to 1
     */
    void ask(float[] observation, boolean[] begins, float[] action);
}
