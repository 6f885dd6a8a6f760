package gaitd.robot.mqtt;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.Locale;

/** Sums up a walk from its frames: time, way by the robot's own estimate, power, skipped ticks. Used by one thread. */
final class WalkSum {
    private static final double NS_PER_S = 1e9;

    private boolean begun;
    private long firstNs;
    private long lastNs;
    private long firstMissed;
    private long lastMissed;
    private double distanceM;
    private double energyJ;

    /** Adds a frame of the walk; what is between two frames counts as the later one. */
    void add(final TickFrame frame) {
        final long nowNs = frame.get(TickField.SCHEDULED_NS);
        if (begun) {
            final double stepS = (nowNs - lastNs) / NS_PER_S;
            final double forward = frame.real(TickField.VELOCITY, 0);
            final double left = frame.real(TickField.VELOCITY, 1);
            distanceM += stepS * Math.sqrt(forward * forward + left * left);
            energyJ += stepS * frame.real(TickField.POWER, 0);
        } else {
            firstNs = nowNs;
            firstMissed = frame.get(TickField.MISSED_TICKS);
            distanceM = 0;
            energyJ = 0;
            begun = true;
        }
        lastNs = nowNs;
        lastMissed = frame.get(TickField.MISSED_TICKS);
    }

    /** The walk in a line; null when there was none. The next frame begins another. */
    String end() {
        if (!begun) {
            return null;
        }
        begun = false;
        final double seconds = (lastNs - firstNs) / NS_PER_S;
        return String.format(
                Locale.ROOT,
                "walked %.1f s, %.2f m by its own estimate, %.0f W, %d ticks missed",
                seconds,
                distanceM,
                seconds > 0 ? energyJ / seconds : 0,
                lastMissed - firstMissed);
    }
}
