package gaitd.robot.report;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.safety.Fault;
import gaitd.runtime.telemetry.TickStatistics;

/**
 * Everything a run's frames amount to. Fed with every frame by one thread, never the control thread.
 */
public final class RunMeter {
    private static final double GRAVITY_M_S2 = 9.81;
    private static final double SLOWEST_M_S = 0.05;
    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();

    /** Distributions of the ticks. */
    public final TickStatistics ticks = new TickStatistics();
    /** Digest of the frames. */
    public final FrameDigest digest = new FrameDigest();
    /** How the robot moved. */
    public final MotionMeter motion;

    private final Motion estimate = new Motion();
    private Mode mode = Mode.PASSIVE;
    private Fault fault = Fault.NONE;
    private String faultText = "";
    private PolicyFault policyFault = PolicyFault.NONE;
    private String policyFaultText = "";
    private double powerSumW;
    private long walkTicks;
    private long dropped;

    /**
     * A meter at zero.
     *
     * @param config rate
     */
    public RunMeter(final Config config) {
        motion = new MotionMeter(config.periodNs() * 1e-9);
    }

    /**
     * Counts a frame.
     *
     * @param frame not modified
     * @param truth how the robot really moves, or null where nobody knows; then the estimate counts
     */
    public void add(final TickFrame frame, final Motion truth) {
        ticks.add(frame);
        digest.add(frame);
        mode = MODES[(int) frame.get(TickField.MODE)];
        dropped = frame.get(TickField.STATES_DROPPED);
        final Fault now = FAULTS[(int) frame.get(TickField.FAULT)];
        if (now != Fault.NONE && fault == Fault.NONE) {
            fault = now;
            faultText = FaultText.describe(frame);
        }
        if (policyFault == PolicyFault.NONE && PolicyText.fault(frame) != PolicyFault.NONE) {
            policyFault = PolicyText.fault(frame);
            policyFaultText = PolicyText.describe(frame);
        }
        estimate.estimate(frame);
        final Motion best = truth == null ? estimate : truth;
        if (mode == Mode.STAND || mode == Mode.WALK || (mode == Mode.FAULT && fault == Fault.TILT)) {
            motion.watch(best);
        }
        if (mode == Mode.WALK) {
            walkTicks++;
            powerSumW += frame.real(TickField.POWER, 0);
            motion.walk(
                    best,
                    frame.real(TickField.COMMAND, 0),
                    frame.real(TickField.COMMAND, 1),
                    frame.real(TickField.COMMAND, 2));
        }
    }

    /**
     * Mean joint power while walking.
     *
     * @return W
     */
    public double powerMeanW() {
        return walkTicks == 0 ? 0 : powerSumW / walkTicks;
    }

    /**
     * Power over weight and speed.
     *
     * @return dimensionless, or null when it hardly moved
     */
    public Double costOfTransport() {
        final double seconds = motion.walkSeconds();
        final double speed = seconds == 0 ? 0 : motion.distanceM() / seconds;
        return speed < SLOWEST_M_S ? null : powerMeanW() / (A1.MASS_KG * GRAVITY_M_S2 * speed);
    }

    /**
     * Mode in the newest frame.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The first fault of the run, cleared or not.
     *
     * @return it, or {@link Fault#NONE}
     */
    public Fault fault() {
        return fault;
    }

    /**
     * The first fault of the run in words.
     *
     * @return one line, empty when there was none
     */
    public String faultText() {
        return faultText;
    }

    /**
     * The first policy fault of the run, cleared or not.
     *
     * @return it, or {@link PolicyFault#NONE}
     */
    public PolicyFault policyFault() {
        return policyFault;
    }

    /**
     * The first policy fault of the run in words.
     *
     * @return one line, empty when there was none
     */
    public String policyFaultText() {
        return policyFaultText;
    }

    /**
     * Datagrams the port dropped.
     *
     * @return count
     */
    public long dropped() {
        return dropped;
    }
}
