package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Facts in the files of rl_sar: {@code base.yaml} of a robot and {@code config.yaml} of a policy, whose values go before the robot's.
 * Both have one name at their top.
 */
final class RlSarYaml {
    private static final String JOINTS = "joint_names";
    private static final String CONTROLLERS = "joint_controller_names";
    private static final String MAPPING = "joint_mapping";
    private static final String OBSERVATIONS = "observations";
    private static final String ACTION_SCALE = "action_scale";
    private static final String NOT_SCALED = ": it has no scale";
    private static final Map<String, String> SCALES = Map.of(
            "lin_vel_scale", "scale.linear_velocity",
            "ang_vel_scale", "scale.angular_velocity",
            "dof_pos_scale", "scale.joint_offset",
            "dof_vel_scale", "scale.joint_velocity",
            "commands_scale", "scale.command");

    private final YamlMap base;
    private final YamlMap config;
    private final HeadFacts facts;

    private RlSarYaml(final YamlMap base, final YamlMap config, final HeadFacts facts) {
        this.base = base;
        this.config = config;
        this.facts = facts;
    }

    /** The part below the one name at the top; null when the file is another. */
    static YamlMap part(final YamlMap top) {
        if (top.names().size() != 1) {
            return null;
        }
        final YamlMap part = top.map(top.names().getFirst());
        return part.has("num_of_dofs") || part.has("rl_kp") || part.has("fixed_kp") ? part : null;
    }

    /** Tells what the parts of one or two files tell. */
    static void tell(final List<YamlMap> parts, final HeadFacts facts) {
        YamlMap base = null;
        YamlMap config = null;
        for (final YamlMap part : parts) {
            final boolean policy = part.has("num_observations") || part.has("rl_kp");
            if ((policy ? config : base) != null) {
                throw new FactsException("%s: a second file of a %s; expected at most one of each"
                        .formatted(part.file(), policy ? "policy" : "robot"));
            }
            base = policy ? base : part;
            config = policy ? part : config;
        }
        final YamlMap none = new YamlMap("", "", Map.of());
        new RlSarYaml(base == null ? none : base, config == null ? none : config, facts).tell();
    }

    private YamlMap with(final String key) {
        return config.has(key) ? config : base;
    }

    private void tell() {
        final List<String> own = names(config);
        final List<String> policy = own.isEmpty() ? mapped(names(base)) : own;
        order(policy);
        joints("rl_kp", HeadKey.KP, policy);
        joints("rl_kd", HeadKey.KD, policy);
        joints("default_dof_pos", HeadKey.POSE_RAD, policy);
        joints("clip_actions_lower", HeadKey.ACTION_MIN, policy);
        joints("clip_actions_upper", HeadKey.ACTION_MAX, policy);
        actionScale(policy);
        final double periodS = with("dt").number("dt") * with("decimation").number("decimation");
        if (periodS > 0) {
            facts.tell(HeadKey.POLICY_HZ, Rates.words(periodS), with("dt").source("dt x decimation"));
        }
        facts.tell(
                HeadKey.CLIP,
                with("clip_obs").words("clip_obs"),
                with("clip_obs").source("clip_obs"));
        observations();
    }

    private static List<String> names(final YamlMap part) {
        return part.has(JOINTS)
                ? part.words(JOINTS)
                : part.words(CONTROLLERS).stream()
                        .map(name -> name.replaceFirst("_controller$", ""))
                        .toList();
    }

    /** Names of a robot in the order of the policy. */
    private List<String> mapped(final List<String> robot) {
        final List<String> names = new ArrayList<>();
        for (final String word : with(MAPPING).words(MAPPING)) {
            final double place = JointWords.number(with(MAPPING).source(MAPPING), word);
            if (place < 0 || place >= robot.size() || place != Math.rint(place)) {
                return List.of();
            }
            names.add(robot.get((int) place));
        }
        return names.isEmpty() ? robot : names;
    }

    /** In older files of policies from Isaac Sim the network has the joints column by column of rows of legs. */
    private void order(final List<String> policy) {
        final boolean isOwn = !names(config).isEmpty();
        final YamlMap from = isOwn ? config : base;
        final String source = from.source(from.has(JOINTS) ? JOINTS : CONTROLLERS);
        final int rows = (int) config.number("rows");
        final int cols = (int) config.number("cols");
        if (!"isaacsim".equals(config.text("framework")) || rows < 1 || cols < 1 || rows * cols != policy.size()) {
            facts.tell(
                    HeadKey.JOINTS,
                    policy,
                    source + (!isOwn && with(MAPPING).has(MAPPING) ? " in the order of " + MAPPING : ""));
            return;
        }
        final List<String> turned = new ArrayList<>();
        for (int i = 0; i < policy.size(); i++) {
            turned.add(policy.get(i % rows * cols + i / rows));
        }
        facts.tell(HeadKey.JOINTS, turned, source + ", by kind as framework isaacsim with rows and cols has them");
    }

    private void joints(final String name, final HeadKey key, final List<String> policy) {
        final YamlMap part = with(name);
        facts.tell(key, HeadFact.named(config.has(name) ? policy : names(base), part.words(name)), part.source(name));
    }

    private void actionScale(final List<String> policy) {
        final YamlMap part = with(ACTION_SCALE);
        final double reduction = part.number("hip_scale_reduction");
        final List<String> hips = part.words("hip_scale_reduction_indices");
        final List<String> words = part.words(ACTION_SCALE);
        if (words.size() != 1 || hips.isEmpty() || Double.isNaN(reduction)) {
            joints(ACTION_SCALE, HeadKey.ACTION_SCALE, policy);
            return;
        }
        final double scale = JointWords.number(part.source(ACTION_SCALE), words.getFirst());
        final List<String> scales = new ArrayList<>();
        for (int i = 0; i < policy.size(); i++) {
            scales.add(Double.toString(hips.contains(Integer.toString(i)) ? scale * reduction : scale));
        }
        facts.tell(
                HeadKey.ACTION_SCALE,
                HeadFact.named(policy, scales),
                part.source(ACTION_SCALE + " and hip_scale_reduction"));
    }

    private void observations() {
        final YamlMap part = with(OBSERVATIONS);
        final String source = part.source(OBSERVATIONS);
        facts.tell(HeadKey.OBSERVE, TermNames.signals(part.words(OBSERVATIONS), source), source);
        SCALES.forEach((name, key) ->
                facts.tell(key, with(name).words(name), with(name).source(name)));
        if (part.has(OBSERVATIONS)) {
            facts.tell("scale.gravity", List.of("1"), source + NOT_SCALED);
            facts.tell("scale.last_action", List.of("1"), source + NOT_SCALED);
        }
        history(part);
    }

    /** Ages of the steps in their order, 0 being the present one. */
    private void history(final YamlMap part) {
        final String name = "observations_history";
        final List<String> ages = part.words(name);
        if (ages.isEmpty()) {
            return;
        }
        final boolean newestFirst = ages.getFirst().equals("0");
        for (int i = 0; i < ages.size(); i++) {
            if (!ages.get(newestFirst ? i : ages.size() - 1 - i).equals(Integer.toString(i))) {
                throw new FactsException("%s is %s, expected every step from 0 up or down to 0"
                        .formatted(part.source(name), String.join(" ", ages)));
            }
        }
        facts.tell(HeadKey.HISTORY, List.of(Integer.toString(ages.size())), part.source(name));
        facts.tell(HeadKey.HISTORY_ORDER, List.of(newestFirst ? "newest_first" : "oldest_first"), part.source(name));
        final String priority = part.text(name + "_priority");
        if (priority != null) {
            facts.tell(HeadKey.HISTORY_LAYOUT, List.of("by_" + priority), part.source(name + "_priority"));
        }
    }
}
