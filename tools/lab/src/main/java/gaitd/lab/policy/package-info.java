/**
 * Commands that make policy bundles: template, import, conversion, baseline, keys and signatures.
 */
package gaitd.lab.policy;
