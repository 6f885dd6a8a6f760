package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ManifestText;
import gaitd.runtime.config.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that tells of a policy beside its network, and the manifest that comes of it. */
public final class HeadSources {
    private final HeadFacts facts;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<YamlMap> robots = new ArrayList<>();

    /**
     * Begins with what a user sets.
     *
     * @param set by key
     * @throws FactsException when a key is not known
     */
    public HeadSources(final Map<String, String> set) {
        facts = new HeadFacts(set);
    }

    /**
     * Takes the metadata of an ONNX model.
     *
     * @param props by name; those that are not known are passed over
     */
    public void metadata(final Map<String, String> props) {
        metadata.putAll(props);
    }

    /**
     * Takes a YAML file; its kind is seen from its names.
     *
     * @param name of the file
     * @param text of the file
     * @throws FactsException when it is of none that is known
     */
    public void yaml(final String name, final String text) {
        final YamlMap top = YamlFile.read(name, text);
        final YamlMap robot = RlSarYaml.part(top);
        if (robot != null) {
            robots.add(robot);
        } else if (DeployYaml.isOne(top)) {
            DeployYaml.tell(top, facts);
        } else if (IsaacLabYaml.isOne(top)) {
            IsaacLabYaml.tell(top, facts);
        } else if (LeggedGymYaml.isOne(top)) {
            LeggedGymYaml.tell(top, facts);
        } else if (FlatYaml.isOne(top)) {
            FlatYaml.tell(top, facts);
        } else {
            throw new FactsException(
                    name + ": its names are of no file that is known; known are base.yaml and config.yaml"
                            + " of rl_sar, deploy.yaml of unitree_rl_lab, env.yaml of Isaac Lab and mjlab, settings of legged_gym"
                            + " and walk-these-ways with control and init_state, deployment files of unitree_rl_gym and settings"
                            + " of mujoco_playground");
        }
    }

    /**
     * Writes the manifest.
     *
     * @param name of the policy
     * @param family what is assumed of what nothing tells, null to assume nothing
     * @param inputs of the network
     * @param config the robot's settings
     * @return text without cell and provenance
     * @throws FactsException one line that names what is missing or wrong
     */
    public String write(final String name, final String family, final int inputs, final Config config) {
        if (!robots.isEmpty()) {
            RlSarYaml.tell(robots, facts);
        }
        OnnxProps.tell(metadata, facts);
        if (family != null) {
            PolicyFamily.of(family).assume(inputs, facts);
        }
        final Manifest head = new HeadWriter(facts, config).write(name, inputs);
        return ManifestText.head(head);
    }

    /**
     * What the manifest was written from.
     *
     * @return one line a value: key, value, source
     */
    public List<String> lines() {
        return facts.lines();
    }
}
