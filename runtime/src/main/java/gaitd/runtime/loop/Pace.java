package gaitd.runtime.loop;

/** Decides when ticks begin. Called by the control thread only; allocates nothing. */
public interface Pace {
    /**
     * Waits for the next tick.
     *
     * @param dueNs when it is due by the timer, ns
     * @return when it begins: the loop's clock after waiting, ns
     */
    long await(long dueNs);

    /**
     * When the tick was due that {@link #await} waited for last.
     *
     * @return ns, not after its beginning
     */
    long scheduledNs();

    /**
     * Ticks that the robot's packets began.
     *
     * @return how many so far; other threads may see an older count
     */
    long packetTicks();
}
