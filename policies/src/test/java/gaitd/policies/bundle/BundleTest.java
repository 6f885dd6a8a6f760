package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BundleTest {
    @Test
    void givesBackWhatWasPutIn() {
        final Bundle bundle = Bundle.open(Examples.files(), Trust.ANYBODY, Examples.ROBOT, DenseReference::new);
        final Manifest expected = Examples.manifest();
        assertEquals(expected.name(), bundle.manifest().name());
        assertEquals(expected.joints(), bundle.manifest().joints());
        assertEquals(expected.cell(), bundle.manifest().cell());
        assertEquals(expected.provenance(), bundle.manifest().provenance());
        assertEquals(5, bundle.manifest().ticksPerStep());
        assertArrayEquals(
                expected.posture().poseRad(), bundle.manifest().posture().poseRad());
        assertArrayEquals(
                Examples.tensors(Examples.SPEC, 3).get("0.weight").values(),
                bundle.tensors().get("0.weight").values());
        assertEquals(64, bundle.sha256().length());
        assertNull(bundle.signerHex());
    }

    @Test
    void equalBundlesAreEqualBytes() {
        assertArrayEquals(BundleZip.encode(Examples.files()), BundleZip.encode(Examples.files()));
    }

    @Test
    void isNotChangedThroughWhatItGivesOut() {
        final BundleFiles files = Examples.files();
        files.copy(BundlePart.MANIFEST)[0]++;
        final Bundle bundle = Bundle.open(files, Trust.ANYBODY, Examples.ROBOT, DenseReference::new);
        bundle.tensors().get("0.weight").values()[0]++;
        bundle.manifest().posture().kp()[0]++;
        bundle.manifest().observations().getFirst().scale()[0]++;
        assertEquals(
                Examples.tensors(Examples.SPEC, 3).get("0.weight").value(0),
                bundle.tensors().get("0.weight").value(0));
        assertEquals(60, bundle.manifest().posture().kp()[0]);
        assertEquals(0.5, bundle.manifest().observations().getFirst().scale()[0]);
    }

    @Test
    void namesEverythingThatDisagreesAtOnce() {
        final BundleFiles files =
                Examples.withManifest(text -> text.replace("\"FR_hip\", \"FR_thigh\"", "\"FR_thigh\", \"FR_thigh\"")
                        .replace("tick_hz = 500.0", "tick_hz = 1000.0")
                        .replace("seed = 7", "seed = 7\nluck = 3"));
        final String all = Examples.check(files).findings().toString();
        assertTrue(all.contains("unknown key 'luck'"), all);
        final BundleFiles known =
                Examples.withManifest(text -> text.replace("\"FR_hip\", \"FR_thigh\"", "\"FR_thigh\", \"FR_thigh\"")
                        .replace("tick_hz = 500.0", "tick_hz = 1000.0"));
        final BundleException refusal = assertThrows(
                BundleException.class, () -> Bundle.open(known, Trust.ANYBODY, Examples.ROBOT, DenseReference::new));
        assertEquals(1, refusal.getMessage().lines().count());
        assertTrue(refusal.getMessage().contains("joints: FR_thigh FR_thigh FR_calf"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("1000.0, the control loop runs at 500.0"), refusal.getMessage());
    }

    @Test
    void saysWhichOutputDiffersAndByHowMuch() {
        final Bundle bundle = Bundle.open(Examples.files(), Trust.ANYBODY, Examples.ROBOT, DenseReference::new);
        final CellFactory other = (spec, tensors) -> {
            final PolicyCell right = new DenseReference(spec, tensors);
            return new PolicyCell() {
                private int step;

                @Override
                public void reset() {
                    right.reset();
                }

                @Override
                public void step(final float[] input, final double elapsed, final float[] output) {
                    right.step(input, elapsed, output);
                    output[2] += step++ == 1 ? 0.25f : 0;
                }
            };
        };
        assertEquals(3, bundle.golden().steps());
        final BundleCheck check = BundleCheck.of(Examples.files(), Trust.ANYBODY, null, other);
        final String finding = check.findings().toString();
        assertTrue(finding.contains("1 of the golden outputs differ; worst: output 2 of step 1 is"), finding);
        assertTrue(finding.matches(".*off by 0\\.[0-9]+, allowed 1\\.00e-05.*"), finding);
    }

    @Test
    void refusesACellThatGivesNan() {
        final CellFactory nan = (spec, tensors) -> new PolicyCell() {
            @Override
            public void reset() {
                // no state
            }

            @Override
            public void step(final float[] input, final double elapsed, final float[] output) {
                output[0] = Float.NaN;
            }
        };
        final String finding = BundleCheck.of(Examples.files(), Trust.ANYBODY, null, nan)
                .findings()
                .toString();
        assertTrue(finding.contains("output 0 of step 0 is NaN"), finding);
    }

    @Test
    void passesOnWhyACellCannotBeMade() {
        final CellFactory none = (spec, tensors) -> {
            throw new BundleException("no such cell today");
        };
        final String finding = BundleCheck.of(Examples.files(), Trust.ANYBODY, null, none)
                .findings()
                .toString();
        assertTrue(finding.contains("no such cell today"), finding);
    }

    @Test
    void namesTensorsThatAreMissingUnknownOrOfAnotherShape() {
        final java.util.Map<String, Tensor> map = new java.util.LinkedHashMap<>();
        Examples.tensors(Examples.SPEC, 3).all().forEach(tensor -> map.put(tensor.name(), tensor));
        map.remove("1.bias");
        map.put("2.bias", new Tensor("2.bias", new int[] {4}, new double[4]));
        map.put("0.weight", new Tensor("0.weight", new int[] {7, 5}, new double[35]));
        final byte[] weights = SafetensorsWriter.write(new Safetensors(map.values(), java.util.Map.of()));
        final String all =
                Examples.check(Examples.withWeights(weights)).findings().toString();
        assertTrue(all.contains("tensor 1.bias: is missing, expected shape [4]"), all);
        assertTrue(all.contains("tensor 2.bias: is no part of a cell of kind layers"), all);
        assertTrue(all.contains("tensor 0.weight: shape [7, 5], expected [5, 7]"), all);
    }
}
