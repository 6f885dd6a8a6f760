package gaitd.robot.view;

import gaitd.hal.A1;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.AdaptText;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns tick frames into the page's events: one JSON object from the newest frame, with what happened since the last.
 *
 * <p>Times are seconds of the loop's clock. Used by one thread.
 */
final class FrameJson {
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;
    /** Most contact changes kept between two events. */
    private static final int CHANGES = 32;

    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();

    private static final OperatorState[] OPERATORS = OperatorState.values();
    private static final Gait[] GAITS = Gait.values();
    /** Frames missing in a row from which on what was averaged is forgotten. */
    private static final long GAP = 1000;

    private final PageSource source;
    private final GuardMargins margins = new GuardMargins();
    private final int[] motorsC = new int[A1.JOINTS];
    private final TickFrame frame = new TickFrame();
    private final SlidingPercentiles lateness = new SlidingPercentiles();
    private final SlidingPercentiles compute = new SlidingPercentiles();
    private final double[] changeS = new double[CHANGES];
    private final long[] changeBits = new long[CHANGES];
    private int changes;
    private long lastTick = Long.MAX_VALUE;

    /**
     * Before the first frame.
     *
     * @param source of what is told beside the frames
     */
    FrameJson(final PageSource source) {
        this.source = source;
    }

    /** Whether there is something to tell. */
    boolean hasFrame() {
        return lastTick != Long.MAX_VALUE;
    }

    /**
     * Adds a frame.
     *
     * @param next not modified
     */
    void take(final TickFrame next) {
        final long tick = next.get(TickField.TICK);
        if (tick <= lastTick || tick - lastTick > GAP) {
            begin();
        }
        lastTick = tick;
        for (int i = 0; i < A1.JOINTS; i++) {
            motorsC[i] = (int) next.get(TickField.MOTOR_TEMPERATURE, i);
        }
        margins.take(next, motorsC);
        final long timeNs = next.get(TickField.SCHEDULED_NS);
        lateness.record(timeNs, next.get(TickField.WAKEUP_LATENESS_NS));
        compute.record(timeNs, next.get(TickField.COMPUTE_NS));
        final long contacts = next.get(TickField.CONTACT_BITS);
        if (contacts != frame.get(TickField.CONTACT_BITS) && changes < CHANGES) {
            changeS[changes] = timeNs / NS_PER_S;
            changeBits[changes++] = contacts;
        }
        frame.copyFrom(next.bytes(), 0);
    }

    /** Another loop, or another place of a recording. */
    private void begin() {
        final Config settings = source.settings().get();
        margins.begin(settings);
        if (source.helm() != null) {
            source.helm().allow(DriveLimits.of(settings));
        }
    }

    /**
     * The newest frame as an event. What is estimated is told from the first state of the robot on: before, there is nothing to
     * estimate it from.
     *
     * @return JSON in UTF-8
     */
    byte[] event() {
        final boolean sensed = frame.get(TickField.STATES_ACCEPTED) > 0;
        final Json event = new Json()
                .put("tick", frame.get(TickField.TICK))
                .number("timeS", frame.get(TickField.SCHEDULED_NS) / NS_PER_S)
                .put("sensed", sensed)
                .put("mode", MODES[bounded(TickField.MODE, MODES.length)].name())
                .put("fault", fault())
                .put("guardsOff", FaultText.guardsOff(frame))
                .put("latched", latched())
                .put("gait", GAITS[bounded(TickField.GAIT, GAITS.length)].name().toLowerCase(Locale.ROOT))
                .put("operator", OPERATORS[bounded(TickField.OPERATOR_STATE, OPERATORS.length)].name())
                .put("policy", policy());
        if (sensed) {
            sensed(event);
        }
        reals(event, "command", TickField.COMMAND);
        event.put("contactBits", frame.get(TickField.CONTACT_BITS))
                .put("stanceBits", frame.get(TickField.STANCE_BITS))
                .put("contactChanges", contactChanges())
                .put("limitedBits", frame.get(TickField.LIMITED_BITS))
                .put("latenessUs", percentiles(lateness))
                .put("computeUs", percentiles(compute))
                .number("stateAgeMs", frame.get(TickField.STATE_AGE_NS) / NS_PER_MS)
                .put("missedTicks", frame.get(TickField.MISSED_TICKS))
                .put("statesDropped", frame.get(TickField.STATES_DROPPED))
                .put("lostFrames", source.frames().lostFrames())
                .put("helm", source.helm() == null ? null : source.helm().state())
                .put(
                        "timeline",
                        source.timeline() == null ? null : source.timeline().state());
        changes = 0;
        return event.utf8();
    }

    private void sensed(final Json event) {
        reals(event, "q", TickField.Q);
        reals(event, "quaternion", TickField.QUATERNION);
        reals(event, "positionM", TickField.POSITION);
        reals(event, "velocityMS", TickField.VELOCITY);
        reals(event, "gyroRadS", TickField.GYRO);
        event.number("tiltRad", frame.real(TickField.TILT, 0))
                .number("powerW", frame.real(TickField.POWER, 0))
                .numbers("temperaturesC", A1.JOINTS, i -> motorsC[i])
                .numbers("heatLeftS", A1.JOINTS, margins::heatLeftS)
                .put("guards", margins.of(frame).stream().map(FrameJson::margin).toList());
    }

    private static Map<String, Object> margin(final GuardMargins.Margin it) {
        return new Json()
                .put("name", it.guard().name())
                .put("reaction", it.guard().reaction.meaning)
                .number("value", it.value())
                .number("limit", it.limit())
                .put("unit", it.guard().unit)
                .number("share", it.share())
                .put("least", it.least())
                .put("joint", it.joint() < 0 ? "" : A1.jointName(it.joint()))
                .fields();
    }

    /** Names of all guards that have tripped and are not cleared. */
    private List<String> latched() {
        final long bits = frame.get(TickField.FAULT_BITS);
        return Arrays.stream(FAULTS)
                .filter(fault -> fault != Fault.NONE && (bits & fault.bit()) != 0)
                .map(Fault::name)
                .toList();
    }

    private Json fault() {
        final Fault fault = FAULTS[bounded(TickField.FAULT, FAULTS.length)];
        if (fault == Fault.NONE) {
            return null;
        }
        final int joint = (int) frame.get(TickField.FAULT_JOINT);
        return new Json()
                .put("name", fault.name())
                .put("reaction", fault.reaction.meaning)
                .put("meaning", fault.meaning)
                .put("remedy", fault.remedy)
                .put("unit", fault.unit)
                .number("value", frame.real(TickField.FAULT_VALUE, 0))
                .put("joint", joint >= 0 && joint < A1.JOINTS ? A1.jointName(joint) : "");
    }

    private Json policy() {
        if (frame.get(TickField.POLICY) == 0) {
            return null;
        }
        final boolean tripped = PolicyText.fault(frame) != PolicyFault.NONE;
        return new Json()
                .put("chosen", frame.get(TickField.POLICY))
                .number("share", frame.real(TickField.POLICY_SHARE, 0))
                .put("adapting", AdaptText.state(frame))
                .put("learner", source.learner().get())
                .put("version", frame.get(TickField.ADAPT_VERSION))
                .put("candidate", frame.get(TickField.ADAPT_CANDIDATE))
                .put("rolledBack", frame.get(TickField.ADAPT_ROLLED_BACK))
                .put("fault", tripped ? PolicyText.describe(frame) : "");
    }

    private void reals(final Json event, final String name, final TickField field) {
        event.numbers(name, field.count, i -> frame.real(field, i));
    }

    /** Pairs of the time in seconds and the bits since then. */
    private Object[] contactChanges() {
        final Object[] pairs = new Object[changes];
        Arrays.setAll(pairs, i -> new Object[] {Json.rounded(changeS[i]), changeBits[i]});
        return pairs;
    }

    private static Json percentiles(final SlidingPercentiles of) {
        return new Json()
                .number("p50", of.percentileNs(50) / NS_PER_US)
                .number("p99", of.percentileNs(99) / NS_PER_US)
                .number("p999", of.percentileNs(99.9) / NS_PER_US)
                .number("max", of.maxNs() / NS_PER_US);
    }

    private int bounded(final TickField field, final int count) {
        return Math.clamp(frame.get(field), 0, count - 1);
    }
}
