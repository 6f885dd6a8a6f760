package gaitd.policies.bundle;

import gaitd.policies.text.FormatException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Result of a check of a bundle that does not stop at the first error.
 *
 * @param bundle the bundle, null when anything is wrong
 * @param findings the errors, empty when there are none
 */
public record BundleCheck(Bundle bundle, List<BundleFinding> findings) {
    /**
     * Checks a bundle.
     *
     * @param files its files
     * @param trust signers whose bundles are accepted
     * @param robot to check it against, null to accept any
     * @param cells makes the cell that has to give the golden outputs
     * @return the result
     */
    public static BundleCheck of(
            final BundleFiles files, final Trust trust, final TargetRobot robot, final CellFactory cells) {
        final Findings findings = new Findings();
        Sums.check(files, findings);
        final String signer = trust.check(files, findings);
        final Manifest manifest = ManifestText.read(files.bytes(BundlePart.MANIFEST), findings);
        final Safetensors tensors = tensors(files, BundlePart.WEIGHTS, findings);
        if (files.has(BundlePart.LEARNER)) {
            tensors(files, BundlePart.LEARNER, findings);
        }
        Golden golden = null;
        if (manifest != null) {
            if (robot != null) {
                robot.check(manifest, findings);
            }
            golden = golden(files, manifest, findings);
            if (tensors != null && checkShapes(manifest.cell(), tensors, findings) && golden != null) {
                replay(manifest.cell(), tensors, golden, cells, findings);
            }
        }
        if (findings.count() > 0) {
            return new BundleCheck(null, findings.list());
        }
        final String hash = HexFormat.of().formatHex(Sums.sha256(files.bytes(BundlePart.SUMS)));
        return new BundleCheck(new Bundle(manifest, tensors, golden, hash, signer), List.of());
    }

    private static Safetensors tensors(final BundleFiles files, final BundlePart part, final Findings findings) {
        try {
            return Safetensors.parse(files.bytes(part));
        } catch (final FormatException e) {
            findings.add(part.fileName, e.getMessage());
            return null;
        }
    }

    private static Golden golden(final BundleFiles files, final Manifest manifest, final Findings findings) {
        try {
            return Golden.read(
                    files.bytes(BundlePart.GOLDEN),
                    manifest.cell().inputs(),
                    manifest.cell().outputs());
        } catch (final BundleException e) {
            findings.add("golden", e.getMessage());
            return null;
        }
    }

    /** Names every tensor that is missing, unknown or of another shape. */
    static boolean checkShapes(final CellFacts spec, final Safetensors tensors, final Findings findings) {
        final int before = findings.count();
        final Map<String, int[]> shapes = spec.shapes();
        shapes.forEach((name, shape) -> {
            final Tensor tensor = tensors.get(name);
            if (tensor == null) {
                findings.add("tensor " + name, "is missing, expected shape " + Arrays.toString(shape));
            } else if (!tensor.hasShape(shape)) {
                findings.add(
                        "tensor " + name,
                        "shape %s, expected %s".formatted(Arrays.toString(tensor.shape()), Arrays.toString(shape)));
            }
        });
        for (final String name : tensors.names()) {
            if (!shapes.containsKey(name)) {
                findings.add("tensor " + name, "is no part of a cell of kind " + spec.kind() + " with these facts");
            }
        }
        return findings.count() == before;
    }

    private static void replay(
            final CellFacts spec,
            final Safetensors tensors,
            final Golden golden,
            final CellFactory cells,
            final Findings findings) {
        try {
            golden.check(golden.run(cells.create(spec, tensors), spec.outputs()), findings);
        } catch (final BundleException e) {
            findings.add("cell", e.getMessage());
        }
    }
}
