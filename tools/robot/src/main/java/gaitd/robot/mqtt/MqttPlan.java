package gaitd.robot.mqtt;

import java.nio.file.Path;
import java.util.Set;

/**
 * Which broker, as whom, and what.
 *
 * @param broker whom to connect to
 * @param serial the robot's name in topics
 * @param group the group of robots that it belongs to
 * @param telemetryHz how often telemetry is published; 0: never
 * @param buffer folder for events that the broker has not taken yet
 * @param bufferBytes most bytes of it
 * @param allowed commands beyond stop and sit
 * @param commandKey secret that commands are signed with; null: no command is taken
 * @param commandAgeMaxS longest time that a command may be valid for, s
 * @param fleet policies that are published to the group; null: none is taken
 */
@SuppressWarnings("ArrayRecordComponent")
record MqttPlan(
        BrokerPlan broker,
        String serial,
        String group,
        double telemetryHz,
        Path buffer,
        long bufferBytes,
        Set<BrokerCommand.Kind> allowed,
        byte[] commandKey,
        double commandAgeMaxS,
        FleetPlan fleet) {}
