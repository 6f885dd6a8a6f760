package gaitd.robot.report;

import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.telemetry.TickStatistics;
import gaitd.sim.measure.EstimateSampler;
import gaitd.sim.measure.WalkMeter;
import gaitd.sim.measure.WalkSample;

/** Figures of a run from its frames. Fed with every frame by one thread, never the control thread. */
public final class RunMeter {
    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();
    private static final Reaction[] REACTIONS = Reaction.values();

    /** Distributions of the ticks. */
    public final TickStatistics ticks = new TickStatistics();
    /** Digest of the frames. */
    public final FrameDigest digest = new FrameDigest();
    /** How the robot walked. */
    public final WalkMeter walk;

    private final EstimateSampler sampler;
    private final WalkSample estimate = new WalkSample();
    private WalkSample sample = estimate;
    private Mode mode = Mode.PASSIVE;
    private Fault fault = Fault.NONE;
    private String faultText = "";
    private PolicyFault policyFault = PolicyFault.NONE;
    private String policyFaultText = "";
    private long dropped;
    private long old;
    private long repeated;

    /**
     * A meter at zero.
     *
     * @param config rate
     * @param massKg of the robot with its load, kg
     */
    public RunMeter(final Config config, final double massKg) {
        walk = new WalkMeter(config.periodNs() * 1e-9, massKg);
        sampler = new EstimateSampler(config.periodNs() * 1e-9);
    }

    /**
     * Counts a frame.
     *
     * @param frame not modified
     * @param truth how the robot really moves, not modified, or null where that is not known; then the estimate counts
     * @param asked whether it is asked to walk; a robot that walks on to come to rest may fall, but its walk is not measured
     */
    public void add(final TickFrame frame, final WalkSample truth, final boolean asked) {
        ticks.add(frame);
        digest.add(frame);
        mode = MODES[(int) frame.get(TickField.MODE)];
        dropped = frame.get(TickField.STATES_DROPPED);
        old = frame.get(TickField.STATES_OLD);
        repeated = frame.get(TickField.STATES_REPEATED);
        final Fault now = FAULTS[(int) frame.get(TickField.FAULT)];
        final Reaction reaction = REACTIONS[(int) frame.get(TickField.REACTION)];
        if (now != Fault.NONE && (fault == Fault.NONE || reaction.ordinal() > fault.reaction.ordinal())) {
            fault = now;
            faultText = FaultText.describe(frame);
        }
        if (policyFault == PolicyFault.NONE && PolicyText.fault(frame) != PolicyFault.NONE) {
            policyFault = PolicyText.fault(frame);
            policyFaultText = PolicyText.describe(frame);
        }
        if (truth == null) {
            sampler.read(frame, estimate);
        }
        sample = truth == null ? estimate : truth;
        measure(frame, asked && !reaction.atLeast(Reaction.STOP_WALKING));
    }

    private void measure(final TickFrame frame, final boolean asked) {
        if (mode == Mode.WALK && asked) {
            walk.walk(
                    sample,
                    frame.real(TickField.COMMAND, 0),
                    frame.real(TickField.COMMAND, 1),
                    frame.real(TickField.COMMAND, 2));
        } else {
            walk.rest(sample, mode == Mode.STAND || mode == Mode.WALK);
        }
    }

    /**
     * How the robot moved in the newest frame.
     *
     * @return the truth where it is known, else the estimate; live, not to be modified
     */
    public WalkSample sample() {
        return sample;
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

    /**
     * States that came after a newer one.
     *
     * @return count
     */
    public long old() {
        return old;
    }

    /**
     * States that came again.
     *
     * @return count
     */
    public long repeated() {
        return repeated;
    }
}
