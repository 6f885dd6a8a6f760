package gaitd.lab.head;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.JointNames;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.Posture;
import gaitd.policies.bundle.TargetRobot;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.ActionLimits;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a manifest of a policy that moves the legs alone from facts. */
final class HeadWriter {
    private static final String BOUNDS = "bounds_rad";

    private static final List<HeadKey> PER_JOINT =
            List.of(HeadKey.KP, HeadKey.KD, HeadKey.POSE_RAD, HeadKey.ACTION_SCALE);

    private final HeadFacts facts;
    private final Config config;

    HeadWriter(final HeadFacts facts, final Config config) {
        this.facts = facts;
        this.config = config;
    }

    /**
     * Makes it.
     *
     * @param name of the policy
     * @param inputs of the network
     * @return without cell and provenance
     * @throws FactsException one line that names what is missing or wrong
     */
    Manifest write(final String name, final int inputs) {
        final TargetRobot robot = PolicyFit.robot(config);
        final HeadFact order = facts.ask(HeadKey.JOINTS);
        final HeadFact rate = facts.ask(HeadKey.POLICY_HZ);
        for (final HeadKey key : PER_JOINT) {
            facts.ask(key);
        }
        final ObservationWriter observations = new ObservationWriter(facts, inputs);
        observations.ask();
        facts.refuseMissing();
        final List<String> joints = JointWords.names(order);
        final int[] places = JointNames.places(joints, robot.joints());
        if (places == null) {
            throw new FactsException("joints are %s (%s); the robot has %s: name each of them once"
                    .formatted(String.join(" ", joints), order.source(), String.join(" ", robot.joints())));
        }
        final double policyHz =
                JointWords.number(HeadKey.POLICY_HZ.key(), rate.words().getFirst());
        final String rateProblem =
                policyHz > 0 ? Manifest.rateProblem(policyHz, robot.tickHz()) : policyHz + " is no rate";
        if (rateProblem != null) {
            throw new FactsException("policy_hz (%s): %s".formatted(rate.source(), rateProblem));
        }
        final double[] pose = facts.numbers(HeadKey.POSE_RAD, joints);
        final Channel<ActedSignal> action = action(joints, places, pose, facts.numbers(HeadKey.ACTION_SCALE, joints));
        final List<Channel<ObservedSignal>> observed = observations.write(joints);
        facts.refuseUnused();
        return new Manifest(
                name,
                joints,
                policyHz,
                robot.tickHz(),
                observed,
                List.of(action),
                new Posture(facts.numbers(HeadKey.KP, joints), facts.numbers(HeadKey.KD, joints), pose),
                Manifest.ANY_GAIT,
                null,
                null);
    }

    /** Aims at pose + scale x output, as far as this robot and their limits go. */
    private Channel<ActedSignal> action(
            final List<String> joints, final int[] places, final double[] pose, final double[] scale) {
        final double[] robotPose = new double[pose.length];
        for (int i = 0; i < pose.length; i++) {
            robotPose[places[i]] = pose[i];
        }
        final Channel<ActedSignal> widest = ActionLimits.widest(ActedSignal.JOINT_TARGET, robotPose, config);
        final double[] zero = each(HeadKey.ACTION_OFFSET_RAD, joints, pose);
        final double[] least = each(HeadKey.ACTION_MIN, joints, null);
        final double[] most = each(HeadKey.ACTION_MAX, joints, null);
        final double[] lowest = each(HeadKey.TARGET_MIN_RAD, joints, null);
        final double[] highest = each(HeadKey.TARGET_MAX_RAD, joints, null);
        final double[] offset = new double[pose.length];
        final double[] min = new double[pose.length];
        final double[] max = new double[pose.length];
        for (int i = 0; i < pose.length; i++) {
            offset[i] = zero[i] - pose[i];
            final double down = least == null ? Double.NEGATIVE_INFINITY : least[i];
            final double up = most == null ? Double.POSITIVE_INFINITY : most[i];
            final double one = down * scale[i] + offset[i];
            final double other = up * scale[i] + offset[i];
            min[i] = Math.max(widest.min()[places[i]], Math.min(one, other));
            max[i] = Math.min(widest.max()[places[i]], Math.max(one, other));
            min[i] = lowest == null ? min[i] : Math.max(min[i], lowest[i] - pose[i]);
            max[i] = highest == null ? max[i] : Math.min(max[i], highest[i] - pose[i]);
            if (!(min[i] <= max[i])) {
                throw new FactsException("pose_rad of %s is %s, this robot takes %s to %s, and the policy's limits"
                                .formatted(
                                        joints.get(i),
                                        Config.plain(pose[i]),
                                        Config.plain(
                                                PolicyFit.robot(config).minRad().get(places[i])),
                                        Config.plain(
                                                PolicyFit.robot(config).maxRad().get(places[i])))
                        + " leave nothing to aim at");
            }
        }
        facts.note(
                BOUNDS,
                Arrays.stream(min).mapToObj(Config::plain).collect(Collectors.joining(" ")) + " to "
                        + Arrays.stream(max).mapToObj(Config::plain).collect(Collectors.joining(" ")),
                "what this robot takes from pose_rad, within the policy's own limits");
        return new Channel<>(ActedSignal.JOINT_TARGET, scale, offset, min, max);
    }

    private double[] each(final HeadKey key, final List<String> joints, final double[] otherwise) {
        return facts.find(key) == null ? otherwise : facts.numbers(key, joints);
    }
}
