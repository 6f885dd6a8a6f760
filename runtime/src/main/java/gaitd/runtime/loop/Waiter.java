package gaitd.runtime.loop;

/** Lets the control thread wait for its next tick. Called by that thread only; allocates nothing. */
@FunctionalInterface
public interface Waiter {
    /**
     * Waits until a moment, never less.
     *
     * @param dueNs moment on the loop's clock, ns
     * @return the loop's clock after waiting, dueNs or later, ns
     */
    long await(long dueNs);
}
