package gaitd.robot.mqtt;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Messages shaped after VDA 5050, version 3.0.0, so that fleet software finds its way: connection, state, factsheet. The robot takes no
 * orders, has no map and does not measure its battery: positions are not localised, the state of charge is told as 0.
 */
final class Vda5050 {
    private static final String VERSION = "3.0.0";
    private static final double MOVES_M_S = 0.02;
    /** An A1 that stands. */
    private static final double LENGTH_M = 0.5;

    private static final double WIDTH_M = 0.3;
    private static final double HEIGHT_M = 0.4;

    private final String serial;
    private final LongSupplier wallMs;
    private long connectionId;
    private long stateId;
    private long factsheetId;

    Vda5050(final String serial, final LongSupplier wallMs) {
        this.serial = serial;
        this.wallMs = wallMs;
    }

    private Map<String, Object> header(final long id) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("headerId", id);
        fields.put("timestamp", MqttMessages.time(wallMs.getAsLong()));
        fields.put("version", VERSION);
        fields.put("manufacturer", MqttTopics.MANUFACTURER);
        fields.put("serialNumber", serial);
        return fields;
    }

    /** A connection; {@code state} is ONLINE, OFFLINE or CONNECTION_BROKEN. */
    byte[] connection(final String state) {
        final Map<String, Object> fields = header(connectionId++);
        fields.put("connectionState", state);
        return MqttMessages.utf8(fields);
    }

    /** The state by a frame; without position and velocity, which VDA 5050 allows, before the robot's first state. */
    byte[] state(final TickFrame frame) {
        final Map<String, Object> fields = header(stateId++);
        fields.put("orderId", "");
        fields.put("orderUpdateId", 0);
        fields.put("lastNodeId", "");
        fields.put("lastNodeSequenceId", 0);
        fields.put("nodeStates", List.of());
        fields.put("edgeStates", List.of());
        final double vx = frame.real(TickField.VELOCITY, 0);
        final double vy = frame.real(TickField.VELOCITY, 1);
        if (frame.get(TickField.STATES_ACCEPTED) > 0) {
            fields.put(
                    "mobileRobotPosition",
                    map(
                            "x", MqttMessages.rounded(frame.real(TickField.POSITION, 0)),
                            "y", MqttMessages.rounded(frame.real(TickField.POSITION, 1)),
                            "theta", MqttMessages.rounded(frame.real(TickField.RPY, 2)),
                            "mapId", "",
                            "localized", false));
            fields.put(
                    "velocity",
                    map(
                            "vx", MqttMessages.rounded(vx),
                            "vy", MqttMessages.rounded(vy),
                            "omega", MqttMessages.rounded(frame.real(TickField.GYRO, 2))));
        }
        fields.put("driving", MqttMessages.mode(frame) == Mode.WALK && StrictMath.hypot(vx, vy) > MOVES_M_S);
        fields.put("actionStates", List.of());
        fields.put("instantActionStates", List.of());
        fields.put("powerSupply", map("stateOfCharge", 0, "charging", false));
        fields.put("operatingMode", "MANUAL");
        fields.put("errors", errors(frame));
        fields.put(
                "safetyState",
                map(
                        "activeEmergencyStop",
                        MqttMessages.mode(frame) == Mode.FAULT ? "MANUAL" : "NONE",
                        "fieldViolation",
                        false));
        return MqttMessages.utf8(fields);
    }

    private static List<Object> errors(final TickFrame frame) {
        final List<Object> errors = new ArrayList<>();
        final long bits = frame.get(TickField.FAULT_BITS);
        for (final Fault fault : Fault.values()) {
            if (fault != Fault.NONE && (bits & fault.bit()) != 0) {
                errors.add(map(
                        "errorType",
                        fault.name(),
                        "errorLevel",
                        level(fault.reaction),
                        "errorDescription",
                        fault.meaning,
                        "errorHint",
                        fault.remedy));
            }
        }
        return errors;
    }

    private static String level(final Reaction reaction) {
        if (reaction.atLeast(Reaction.SIT_DOWN)) {
            return "FATAL";
        }
        return reaction.atLeast(Reaction.STOP_WALKING) ? "CRITICAL" : "WARNING";
    }

    /** What kind of robot it is. */
    byte[] factsheet() {
        final Map<String, Object> fields = header(factsheetId++);
        fields.put(
                "typeSpecification",
                map(
                        "seriesName",
                        "Unitree A1",
                        "mobileRobotKinematics",
                        "LEGGED",
                        "mobileRobotClass",
                        "CARRIER",
                        "maxLoadMass",
                        0,
                        "localizationTypes",
                        List.of(),
                        "navigationTypes",
                        List.of()));
        fields.put("physicalParameters", map("width", WIDTH_M, "length", LENGTH_M, "minHeight", HEIGHT_M));
        fields.put("protocolLimits", map());
        fields.put("protocolFeatures", map("optionalParameters", List.of(), "mobileRobotActions", List.of()));
        return MqttMessages.utf8(fields);
    }

    private static Map<String, Object> map(final Object... pairs) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
