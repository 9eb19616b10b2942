/** Knows a check that analyses code by its name. */

const TOOLS = /codeql|semgrep|sonar|\b(?:sast|bandit|gosec|brakeman|snyk|checkmarx|fortify|veracode|coverity)\b/i;

export const analyses = (checkName: string): boolean => TOOLS.test(checkName);
