package gaitd.robot.process;

import gaitd.runtime.shared.SharedFollower;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Tells when the control process that is followed is gone. */
final class ControlWatch implements Agent {
    private static final long LOOK_NS = 250_000_000L;

    private final SharedFollower frames;
    private final LongSupplier clockNs;
    private final Runnable gone;
    private long lookedNs;

    /**
     * A watch that has not looked.
     *
     * @param frames of the control process
     * @param clockNs monotonic clock, ns
     * @param gone called when there is no such process any more
     */
    ControlWatch(final SharedFollower frames, final LongSupplier clockNs, final Runnable gone) {
        this.frames = frames;
        this.clockNs = clockNs;
        this.gone = gone;
        lookedNs = clockNs.getAsLong();
    }

    @Override
    public int doWork() {
        final long nowNs = clockNs.getAsLong();
        if (nowNs - lookedNs > LOOK_NS) {
            lookedNs = nowNs;
            if (frames.attachments() > 0 && ProcessHandle.of(frames.ownerPid()).isEmpty()) {
                gone.run();
            }
        }
        return 0;
    }

    @Override
    public String roleName() {
        return "watch";
    }
}
