package gaitd.lab.head;

import gaitd.policies.bundle.ObservedSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts in {@code deploy.yaml} as unitree_rl_lab writes it, and unitree_rl_mjlab after it: motors are those of Unitree's quadrupeds, gains
 * in the order of motors, all else in the order of the network.
 */
final class DeployYaml {
    private static final String MAP = "joint_ids_map";
    private static final List<String> LEGS = List.of("FR", "FL", "RR", "RL");
    private static final List<String> KINDS = List.of("hip", "thigh", "calf");

    private DeployYaml() {}

    static boolean isOne(final YamlMap top) {
        return top.has(MAP) && top.has("step_dt");
    }

    static void tell(final YamlMap top, final HeadFacts facts) {
        final List<String> motors = new ArrayList<>();
        LEGS.forEach(leg -> KINDS.forEach(kind -> motors.add(leg + "_" + kind)));
        final List<String> joints = new ArrayList<>();
        for (final String word : top.words(MAP)) {
            final double motor = JointWords.number(top.source(MAP), word);
            if (motor >= 0 && motor < motors.size() && motor == Math.rint(motor)) {
                joints.add(motors.get((int) motor));
            }
        }
        facts.tell(HeadKey.JOINTS, joints, top.source(MAP) + ", motors FR FL RR RL of hip, thigh, calf");
        final double periodS = top.number("step_dt");
        if (periodS > 0) {
            facts.tell(HeadKey.POLICY_HZ, Rates.words(periodS), top.source("step_dt"));
        }
        named(top, "stiffness", HeadKey.KP, motors, facts);
        named(top, "damping", HeadKey.KD, motors, facts);
        named(top, "default_joint_pos", HeadKey.POSE_RAD, joints, facts);
        final YamlMap action = top.map("actions").map("JointPositionAction");
        named(action, "scale", HeadKey.ACTION_SCALE, joints, facts);
        named(action, "offset", HeadKey.ACTION_OFFSET_RAD, joints, facts);
        final List<String> clip = action.words("clip");
        final List<String> least = new ArrayList<>();
        final List<String> most = new ArrayList<>();
        for (int i = 0; i + 1 < clip.size(); i += 2) {
            least.add(clip.get(i));
            most.add(clip.get(i + 1));
        }
        facts.tell(HeadKey.TARGET_MIN_RAD, least, action.source("clip"));
        facts.tell(HeadKey.TARGET_MAX_RAD, most, action.source("clip"));
        observations(top.map("observations"), facts);
    }

    private static void named(
            final YamlMap map, final String name, final HeadKey key, final List<String> names, final HeadFacts facts) {
        facts.tell(key, HeadFact.named(names, map.words(name)), map.source(name));
    }

    private static void observations(final YamlMap terms, final HeadFacts facts) {
        final List<String> signals = new ArrayList<>();
        boolean histories = false;
        for (final String name : terms.names()) {
            final YamlMap term = terms.map(name);
            final ObservedSignal signal = TermNames.function(name, name, terms.source(name));
            signals.add(signal.key());
            facts.tell(HeadKey.SCALE.of(signal), term.words("scale"), term.source("scale"));
            facts.tell(HeadKey.CLIP.of(signal), term.words("clip"), term.source("clip"));
            facts.tell(HeadKey.HISTORY.of(signal), term.words("history_length"), term.source("history_length"));
            histories |= term.number("history_length") > 1;
        }
        facts.tell(HeadKey.OBSERVE, signals, terms.file() + " observations");
        if (histories) {
            facts.tell(HeadKey.HISTORY_ORDER, List.of("oldest_first"), terms.file() + ", as Isaac Lab lists steps");
            facts.tell(HeadKey.HISTORY_LAYOUT, List.of("by_term"), terms.file() + ", as Isaac Lab lists steps");
        }
    }
}
