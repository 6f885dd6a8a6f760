package gaitd.policies.bundle;

/**
 * A policy that passed every check. Immutable.
 *
 * @param manifest what it is
 * @param tensors its weights
 * @param golden inputs with the outputs they give
 * @param sha256 hash over all its bytes, 64 hex digits
 * @param signerHex public key that signed it, null when nobody did
 */
public record Bundle(Manifest manifest, Safetensors tensors, Golden golden, String sha256, String signerHex) {
    /**
     * Opens a bundle, or refuses it.
     *
     * @param files its files
     * @param trust whose bundles are taken
     * @param robot what it has to fit, null to take any
     * @param cells makes the cell that has to give the golden outputs
     * @return the bundle
     * @throws BundleException one line that names everything that is wrong; only the hashes when those are
     */
    public static Bundle open(
            final BundleFiles files, final Trust trust, final TargetRobot robot, final CellFactory cells) {
        if (!Sums.agree(files)) {
            final Findings findings = new Findings();
            Sums.check(files, findings);
            findings.throwIfAny();
        }
        final BundleCheck check = BundleCheck.of(files, trust, robot, cells);
        if (check.bundle() == null) {
            final Findings findings = new Findings();
            check.findings().forEach(finding -> findings.add(finding.where(), finding.what()));
            findings.throwIfAny();
        }
        return check.bundle();
    }
}
