package gaitd.sim.robot;

/** The wireless remote of a simulated robot. Asked at each state, by the thread that makes it. */
@FunctionalInterface
public interface RemoteSource {
    /** No remote: zeros. */
    RemoteSource NONE = out -> {};

    /**
     * Reads the remote.
     *
     * @param out its 40 bytes, see {@link gaitd.hal.Remote}; zeros before the call
     */
    void read(byte[] out);
}
