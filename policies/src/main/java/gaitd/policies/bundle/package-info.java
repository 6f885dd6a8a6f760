/**
 * Policy bundles: a network's weights with everything that the runtime needs to run them, protected by hashes and an
 * optional signature. Nothing here runs in the tick; every error in a bundle is named before a robot moves.
 */
package gaitd.policies.bundle;
