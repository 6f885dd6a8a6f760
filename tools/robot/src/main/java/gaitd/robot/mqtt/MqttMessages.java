package gaitd.robot.mqtt;

import gaitd.hal.A1;
import gaitd.policies.text.JsonWriter;
import gaitd.robot.report.AdaptText;
import gaitd.robot.report.FaultText;
import gaitd.runtime.config.Version;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Messages of the robot's own topics, as JSON in UTF-8. */
final class MqttMessages {
    private static final Mode[] MODES = Mode.values();
    private static final Fault[] FAULTS = Fault.values();
    private static final Reaction[] REACTIONS = Reaction.values();
    private static final double STEPS_PER_UNIT = 1e4;
    private static final double NS_PER_S = 1e9;

    private final MqttPlan plan;
    private final String session;
    private final LongSupplier wallMs;

    MqttMessages(final MqttPlan plan, final String session, final LongSupplier wallMs) {
        this.plan = plan;
        this.session = session;
        this.wallMs = wallMs;
    }

    /** A time of the wall clock as ISO 8601, to the millisecond, in UTC. */
    static String time(final long wallMs) {
        final String text =
                Instant.ofEpochMilli(wallMs).truncatedTo(ChronoUnit.MILLIS).toString();
        return text.length() == "2026-01-01T00:00:00Z".length() ? text.replace("Z", ".000Z") : text;
    }

    static byte[] utf8(final Map<String, Object> fields) {
        return JsonWriter.line(fields).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> begin() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", time(wallMs.getAsLong()));
        fields.put("serial", plan.serial());
        return fields;
    }

    /** Who the robot is, since its companion started. */
    byte[] status() {
        final Map<String, Object> fields = begin();
        fields.put("group", plan.group());
        fields.put("session", session);
        fields.put("version", Version.TEXT);
        fields.put("telemetry_hz", plan.telemetryHz());
        fields.put(
                "commands",
                plan.commandKey() == null
                        ? List.of()
                        : plan.allowed().stream()
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .toList());
        return utf8(fields);
    }

    /** How the robot moves; null for what is not known before its first state. */
    byte[] telemetry(final TickFrame frame, final long framesLost, final long dropped) {
        final Map<String, Object> fields = begin();
        fields.put("tick", frame.get(TickField.TICK));
        fields.put("loop_s", rounded(frame.get(TickField.SCHEDULED_NS) / NS_PER_S));
        fields.put("mode", mode(frame).name());
        fields.put("fault", fault(frame) == Fault.NONE ? null : fault(frame).name());
        fields.put("guards_off", FaultText.guardsOff(frame));
        fields.put("velocity_m_s", reals(frame, TickField.VELOCITY));
        fields.put("command_m_s_rad_s", commands(frame));
        fields.put("position_m", reals(frame, TickField.POSITION));
        fields.put("quaternion", reals(frame, TickField.QUATERNION));
        fields.put("joints_rad", reals(frame, TickField.Q));
        fields.put("tilt_rad", sensed(frame, TickField.TILT, 0));
        fields.put("power_w", sensed(frame, TickField.POWER, 0));
        final List<Object> temperatures = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            temperatures.add(frame.get(TickField.MOTOR_TEMPERATURE, joint));
        }
        fields.put("temperatures_c", temperatures);
        fields.put("policy", frame.get(TickField.POLICY));
        fields.put("adapting", AdaptText.state(frame));
        fields.put("missed_ticks", frame.get(TickField.MISSED_TICKS));
        fields.put("frames_lost", framesLost);
        fields.put("telemetry_dropped", dropped);
        return utf8(fields);
    }

    /** That something happened; {@code kind} is mode, fault, clear, stop, policy, control or buffer. */
    byte[] event(final long number, final String kind, final String text, final TickFrame frame) {
        final Map<String, Object> fields = begin();
        fields.put("sequence", number);
        fields.put("kind", kind);
        fields.put("text", text);
        fields.put("tick", frame == null ? null : frame.get(TickField.TICK));
        fields.put("mode", frame == null ? null : mode(frame).name());
        return utf8(fields);
    }

    /** What became of a command. */
    byte[] answer(final long number, final String id, final String state, final String why) {
        final Map<String, Object> fields = begin();
        fields.put("sequence", number);
        fields.put("id", id);
        fields.put("state", state);
        fields.put("why", why);
        return utf8(fields);
    }

    static Mode mode(final TickFrame frame) {
        return MODES[Math.clamp(frame.get(TickField.MODE), 0, MODES.length - 1)];
    }

    static Fault fault(final TickFrame frame) {
        return FAULTS[Math.clamp(frame.get(TickField.FAULT), 0, FAULTS.length - 1)];
    }

    static Reaction reaction(final TickFrame frame) {
        return REACTIONS[Math.clamp(frame.get(TickField.REACTION), 0, REACTIONS.length - 1)];
    }

    /** To four decimals; null when it is not finite, which JSON has no word for. */
    static Object rounded(final double value) {
        return Double.isFinite(value) ? Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT : null;
    }

    private static List<Object> reals(final TickFrame frame, final TickField field) {
        final List<Object> values = new ArrayList<>();
        for (int i = 0; i < field.count; i++) {
            values.add(sensed(frame, field, i));
        }
        return values;
    }

    private static Object sensed(final TickFrame frame, final TickField field, final int index) {
        return frame.get(TickField.STATES_ACCEPTED) > 0 ? rounded(frame.real(field, index)) : null;
    }

    private static List<Object> commands(final TickFrame frame) {
        final List<Object> values = new ArrayList<>();
        for (int i = 0; i < TickField.COMMAND.count; i++) {
            values.add(rounded(frame.real(TickField.COMMAND, i)));
        }
        return values;
    }
}
