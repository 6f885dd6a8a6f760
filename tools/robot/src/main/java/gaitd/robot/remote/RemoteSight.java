package gaitd.robot.remote;

/** Where the bytes of a remote come from. Used by one thread. */
interface RemoteSight extends AutoCloseable {
    /**
     * Waits a few milliseconds at most for the next state.
     *
     * @param wire overwritten with the remote's bytes, if there was a state
     * @return whether there was one
     */
    boolean next(byte[] wire);

    /**
     * What to say when nothing has come for a while.
     *
     * @return what is wrong, what was expected and what to do
     */
    String silence();

    @Override
    void close();
}
