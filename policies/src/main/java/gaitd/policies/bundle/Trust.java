package gaitd.policies.bundle;

import java.security.PublicKey;

/**
 * Whose bundles are taken.
 *
 * @param requiredKeyHex public key that must have signed, as of {@link Signatures#hex}; null takes unsigned bundles too.
 *     A signature that is there and wrong is refused either way.
 */
public record Trust(String requiredKeyHex) {
    /** Takes bundles of anybody. */
    public static final Trust ANYBODY = new Trust(null);

    /**
     * Takes only bundles signed by one key.
     *
     * @param key the known public key
     * @return what to demand
     */
    public static Trust signedBy(final PublicKey key) {
        return new Trust(Signatures.hex(key));
    }

    /** Returns the signer, null when there is no signature; names what is wrong. */
    String check(final BundleFiles files, final Findings findings) {
        String signer = null;
        if (files.has(BundlePart.SIGNATURE)) {
            try {
                signer = Signatures.verify(files);
            } catch (final BundleException e) {
                findings.add("signature", e.getMessage());
                return null;
            }
        }
        if (requiredKeyHex != null && !requiredKeyHex.equals(signer)) {
            findings.add(
                    "signature",
                    (signer == null ? "there is none" : "is by key " + signer) + ", required is one by key "
                            + requiredKeyHex);
        }
        return signer;
    }
}
