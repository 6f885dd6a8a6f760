package gaitd.robot.remote;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedFollower;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The remote as the control process of a folder receives it. */
final class RemoteOfControl implements RemoteSight {
    private static final long WAIT_NS = 2_000_000L;

    private final Path folder;
    private final SharedFollower frames;
    private boolean heard;

    RemoteOfControl(final Path folder) {
        this.folder = folder;
        frames = new SharedFollower(folder, System::nanoTime);
    }

    @Override
    public boolean next(final byte[] wire) {
        TickFrame frame = frames.poll();
        if (frame == null) {
            LockSupport.parkNanos(WAIT_NS);
            frame = frames.poll();
        }
        boolean any = false;
        while (frame != null) {
            if (frame.get(TickField.STATES_ACCEPTED) > 0) {
                frame.getBytes(TickField.WIRELESS_REMOTE, wire);
                any = true;
            }
            heard |= any;
            frame = frames.poll();
        }
        return any;
    }

    @Override
    public String silence() {
        if (frames.attachments() == 0) {
            return "no control process meets others in " + folder
                    + ": start 'gaitd control' or 'gaitd run', or ask the robot itself by --robot udp://HOST:PORT";
        }
        return heard
                ? "the control process on " + folder + " (" + frames.ownerPid()
                        + ") publishes nothing any more: start it again"
                : "the control process on " + folder + " (" + frames.ownerPid()
                        + ") has had no state from its robot: it is silent until an operator connects; run 'gaitd operate' beside this";
    }

    @Override
    public void close() {
        // a mapping, which ends with the process
    }
}
