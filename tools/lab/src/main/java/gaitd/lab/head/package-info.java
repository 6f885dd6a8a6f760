/**
 * Manifests of policies of other programs, written from what their files tell and from the conventions of their families. Every
 * value has a source, and what nobody tells is asked for by name.
 */
package gaitd.lab.head;
