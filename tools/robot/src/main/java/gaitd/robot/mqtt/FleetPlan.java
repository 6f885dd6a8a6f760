package gaitd.robot.mqtt;

import java.nio.file.Path;
import java.security.PublicKey;

/**
 * Policies that a robot takes when they are published to its group.
 *
 * @param serial the robot's
 * @param group its group
 * @param key who has to have signed them
 * @param folder where the newest one is kept; the learner reads it
 * @param policy that the robot's control process was started with
 * @param store where the learner keeps versions of policies
 */
public record FleetPlan(String serial, String group, PublicKey key, Path folder, Path policy, Path store) {}
