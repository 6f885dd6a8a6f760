package gaitd.robot.remote;

import gaitd.hal.Remote;

/** Where readings of a remote are shown. */
interface RemoteView {
    /**
     * Shows a reading.
     *
     * @param remote not modified
     * @param wire its bytes, not modified
     * @param timeS since the start, s
     */
    void show(Remote remote, byte[] wire, double timeS);

    /** Whether nobody can see it any more. */
    boolean isGone();
}
