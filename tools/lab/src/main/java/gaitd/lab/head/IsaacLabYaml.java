package gaitd.lab.head;

import gaitd.policies.bundle.ObservedSignal;
import java.util.ArrayList;
import java.util.List;

/** Facts in {@code params/env.yaml}, the settings of a task as Isaac Lab and mjlab keep them beside a training. */
final class IsaacLabYaml {
    private static final String SCALE = "scale";
    private static final String OFFSET = "offset";
    private static final String JOINTS = "joint_names";
    private static final String HISTORY = "history_length";
    private static final String TERM_FUNCTION = "func";

    private IsaacLabYaml() {}

    static boolean isOne(final YamlMap top) {
        return top.has("decimation") && periodS(top) > 0 && top.has("scene");
    }

    static void tell(final YamlMap top, final HeadFacts facts) {
        facts.tell(HeadKey.POLICY_HZ, Rates.words(periodS(top)), top.source("decimation and sim"));
        final YamlMap robot = top.map("scene").map("robot");
        final YamlMap init = robot.map("init_state");
        facts.tell(HeadKey.POSE_RAD, init.pairs("joint_pos"), init.source("joint_pos"));
        gains(robot.map("actuators"), "stiffness", HeadKey.KP, facts);
        gains(robot.map("actuators"), "damping", HeadKey.KD, facts);
        for (final String name : top.map("actions").names()) {
            action(top.map("actions").map(name), facts);
        }
        final YamlMap groups = top.map("observations");
        observations(groups.map(groups.has("policy") ? "policy" : "actor"), facts);
    }

    /** Of a step of the policy; Isaac Lab and mjlab name that of the simulation differently. */
    private static double periodS(final YamlMap top) {
        final YamlMap sim = top.map("sim");
        return top.number("decimation")
                * (sim.has("dt") ? sim.number("dt") : sim.map("mujoco").number("timestep"));
    }

    /** Each group of actuators has patterns of joints, and one number or one a pattern; none when the robot's model has them. */
    private static void gains(final YamlMap actuators, final String name, final HeadKey key, final HeadFacts facts) {
        final List<String> pairs = new ArrayList<>();
        for (final String group : actuators.names()) {
            final YamlMap actuator = actuators.map(group);
            final List<String> words = actuator.pairs(name);
            if (words.size() == 1 && !words.getFirst().contains(JointWords.PAIR)) {
                actuator.words("joint_names_expr")
                        .forEach(joint -> pairs.add(joint + JointWords.PAIR + words.getFirst()));
            } else {
                pairs.addAll(words);
            }
        }
        facts.tell(key, pairs, actuators.source("*." + name));
    }

    private static void action(final YamlMap action, final HeadFacts facts) {
        facts.tell(HeadKey.ACTION_SCALE, action.pairs(SCALE), action.source(SCALE));
        if ("false".equalsIgnoreCase(action.text("use_default_offset"))) {
            facts.tell(HeadKey.ACTION_OFFSET_RAD, action.pairs(OFFSET), action.source(OFFSET));
        }
        final List<String> names = action.words(JOINTS);
        if ("true".equalsIgnoreCase(action.text("preserve_order"))
                && names.stream().allMatch(n -> n.matches("\\w+"))) {
            facts.tell(HeadKey.JOINTS, names, action.source(JOINTS) + " with preserve_order");
        }
    }

    private static void observations(final YamlMap group, final HeadFacts facts) {
        final YamlMap terms = group.has("terms") ? group.map("terms") : group;
        final List<String> signals = new ArrayList<>();
        boolean histories = false;
        for (final String name : terms.names()) {
            final YamlMap term = terms.map(name);
            if (term.text(TERM_FUNCTION) == null) {
                continue;
            }
            final String function = term.text(TERM_FUNCTION).replaceFirst(".*[:.]", "");
            final ObservedSignal signal = TermNames.function(function, name, term.source(TERM_FUNCTION));
            signals.add(signal.key());
            final List<String> scale = term.words(SCALE);
            facts.tell(HeadKey.SCALE.of(signal), scale.isEmpty() ? List.of("1") : scale, term.source(SCALE));
            facts.tell(HeadKey.CLIP.of(signal), term.words("clip"), term.source("clip"));
            final YamlMap teller = group.number(HISTORY) > 0 ? group : term;
            if (teller.number(HISTORY) > 1) {
                histories = true;
                facts.tell(HeadKey.HISTORY.of(signal), teller.words(HISTORY), teller.source(HISTORY));
            }
        }
        facts.tell(HeadKey.OBSERVE, signals, terms.file() + " " + terms.path().replaceFirst("\\.$", ""));
        if (histories) {
            final String source = group.file() + ", as Isaac Lab lists steps";
            facts.tell(HeadKey.HISTORY_ORDER, List.of("oldest_first"), source);
            facts.tell(HeadKey.HISTORY_LAYOUT, List.of("by_term"), source);
        }
    }
}
