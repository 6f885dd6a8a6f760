package gaitd.sim.cases;

import static gaitd.hal.A1.CALF;
import static gaitd.hal.A1.JOINTS_PER_LEG;
import static gaitd.hal.A1.THIGH;
import static gaitd.sim.cases.CaseChange.ALL;

import gaitd.policies.text.Words;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.RangeSetting;
import gaitd.sim.fault.FaultPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases by name: the one table for commands, refusals and pages. How hard each is was chosen so that a shipped policy loses
 * something by it; docs/adapting.md has what.
 */
// Cases hold no state that changes.
@SuppressWarnings("ImmutableEnumChecker")
public enum FieldCases {
    /** A load off the middle. */
    PAYLOAD_BEHIND(
            "10 kg on the trunk, 10 cm behind its middle",
            List.of(new CaseChange(RangeSetting.PAYLOAD_KG, 0, 10), new CaseChange(RangeSetting.PAYLOAD_X_M, 0, -0.1))),
    /** One motor. */
    WEAK_MOTOR(
            "the motor of the RR calf gives 50 % of the torque it reports",
            List.of(new CaseChange(RangeSetting.MOTOR_STRENGTH, Leg.RR + CALF, 0.5))),
    /** Every motor. */
    WEAK_MOTORS(
            "every motor gives 60 % of the torque it reports",
            List.of(new CaseChange(RangeSetting.MOTOR_STRENGTH, ALL, 0.6))),
    /** Slippery ground. */
    ICE("ground friction 0.13 in place of 0.8", List.of(new CaseChange(RangeSetting.GROUND_FRICTION, 0, 0.13))),
    /** An encoder that was mounted wrong. */
    JOINT_ZERO(
            "the encoder of the FL thigh reads 10 deg too much",
            List.of(new CaseChange(RangeSetting.JOINT_OFFSET_RAD, Leg.FL + THIGH, Math.toRadians(10)))),
    /** Old gears. */
    WORN_JOINTS(
            "every joint has 1.5 N m of dry friction in place of 0.2 and 0.3 N m s/rad of damping in place of 0.01",
            List.of(
                    new CaseChange(RangeSetting.JOINT_FRICTION_NM, ALL, 1.5),
                    new CaseChange(RangeSetting.JOINT_DAMPING_NMS_RAD, ALL, 0.3))),
    /** A foot that feels nothing. */
    DEAD_FOOT(
            "the foot sensors of the FR and the RL leg read 0",
            new FieldCase(
                    "dead-foot", List.of(), FaultPlan.of(List.of("foot.FR.off@0", "foot.RL.off@0")), List.of(), null)),
    /** A leg put together wrong, or broken. */
    SHORT_LEG(
            "the thigh of the RL leg is 4 cm shorter than the controller believes",
            new FieldCase("short-leg", List.of(), FaultPlan.NONE, List.of(new ShortThigh(3, 0.04)), null)),
    /** An empty battery. */
    LOW_BATTERY(
            "12 % of the voltage, by which no motor turns faster than 2.5 rad/s",
            new FieldCase("low-battery", List.of(), FaultPlan.of(List.of("battery.scale:0.12@0")), List.of(), null)),
    /** Ramps. */
    SLOPE(
            "ramps of 12 deg up and down in place of flat ground",
            new FieldCase("slope", List.of(), FaultPlan.NONE, List.of(), "slope:12"));

    private static final class Leg {
        private static final int FL = JOINTS_PER_LEG;
        private static final int RR = 2 * JOINTS_PER_LEG;
    }

    /** What it is, one line. */
    public final String meaning;
    /** What it changes. */
    public final FieldCase what;

    FieldCases(final String meaning, final FieldCase what) {
        this.meaning = meaning;
        this.what = what;
    }

    FieldCases(final String meaning, final List<CaseChange> changes) {
        this.meaning = meaning;
        this.what = new FieldCase(key(), changes, FaultPlan.NONE, List.of(), null);
    }

    /**
     * Its name on command lines.
     *
     * @return lower case with dashes
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a case, or several at once.
     *
     * @param text a name, names with a plus between them, or {@code nominal}
     * @return the case
     * @throws ConfigException in one line when there is none of that name, or two set the same
     */
    public static FieldCase parse(final String text) {
        if (text.equals(FieldCase.NOMINAL.name())) {
            return FieldCase.NOMINAL;
        }
        return Stream.of(text.split("\\+", -1))
                .map(FieldCases::one)
                .reduce(FieldCase::and)
                .orElseThrow();
    }

    private static FieldCase one(final String name) {
        return Arrays.stream(values())
                .filter(each -> each.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException("case " + name + " is unknown"
                        + Words.nearest(name, names())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("")
                        + "; expected " + String.join(", ", names()) + ", or several with + between them"))
                .what;
    }

    /**
     * Names of all cases.
     *
     * @return in the order of the table
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(FieldCases::key).toList();
    }

    /**
     * The table for a person.
     *
     * @return a line for each case
     */
    public static String table() {
        return Arrays.stream(values())
                .map(each -> String.format(Locale.ROOT, "%-15s %s%n", each.key(), each.meaning))
                .collect(Collectors.joining());
    }
}
