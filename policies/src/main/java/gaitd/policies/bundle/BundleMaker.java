package gaitd.policies.bundle;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Makes a bundle of a network, the rest of its manifest and its outputs. */
public final class BundleMaker {
    /** Steps of golden outputs that are made when no reference is given. */
    public static final int GOLDEN_STEPS = 20;
    /** Tolerance of golden outputs, |difference| / max(1, |expected|). */
    public static final double TOLERANCE = 1e-4;

    private BundleMaker() {}

    /**
     * Makes a bundle and checks it.
     *
     * @param head text of a manifest without the tables {@code [cell]} and {@code [provenance]}
     * @param network the network
     * @param provenance where it comes from; its seed makes the golden inputs
     * @param reference bytes of a {@code golden.json} made elsewhere, null to record the cell's
     * @param robot to check it against, null to accept any
     * @param cells makes the cell
     * @return the files, without a signature
     * @throws BundleException one line that names everything that is wrong
     */
    public static BundleFiles make(
            final String head,
            final ImportedNetwork network,
            final Provenance provenance,
            final byte[] reference,
            final TargetRobot robot,
            final CellFactory cells) {
        final Findings findings = new Findings();
        final TomlView view = TomlReader.parse(head, "manifest", findings);
        if (view != null && (view.has("cell") || view.has("provenance"))) {
            findings.add("manifest", "has [cell] or [provenance]; the import writes these two itself");
        }
        findings.throwIfAny();
        final TomlText text = new TomlText().table("[provenance]").put("command", provenance.command());
        text.put("seed", provenance.seed()).put("version", provenance.version()).table("[cell]");
        network.facts().write(text);
        final byte[] manifest = (head.stripTrailing() + "\n" + text).getBytes(StandardCharsets.UTF_8);
        final byte[] golden = reference != null
                ? reference
                : record(network, provenance.seed(), cells).write();
        final BundleFiles files = BundleFiles.seal(manifest, SafetensorsWriter.write(network.tensors()), golden);
        Bundle.open(files, Trust.ANYBODY, robot, cells);
        return files;
    }

    /**
     * Records a network's outputs for random inputs.
     *
     * @param network the network
     * @param seed makes the inputs, from -1 to 1
     * @param cells makes the cell
     * @return inputs and outputs, from a zero state
     */
    public static Golden record(final ImportedNetwork network, final long seed, final CellFactory cells) {
        final CellFacts facts = network.facts();
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] elapsed = new double[GOLDEN_STEPS];
        final double[][] inputs = new double[GOLDEN_STEPS][facts.inputs()];
        for (int k = 0; k < GOLDEN_STEPS; k++) {
            elapsed[k] = facts.elapsedPerStep();
            for (int i = 0; i < inputs[k].length; i++) {
                inputs[k][i] = (float) random.nextDouble(-1, 1);
            }
        }
        final Golden blank = new Golden(TOLERANCE, elapsed, inputs, new double[GOLDEN_STEPS][facts.outputs()]);
        final double[][] outputs = blank.run(cells.create(facts, network.tensors()), facts.outputs());
        for (final double[] row : outputs) {
            for (final double value : row) {
                if (!Double.isFinite(value)) {
                    throw new BundleException("the network gives " + value + " for inputs from -1 to 1");
                }
            }
        }
        return new Golden(TOLERANCE, elapsed, inputs, outputs);
    }
}
