import AICC
import CMI5
import CommonCartridge
import ContentPackaging
import PackageFiles
import Operations
import RegistrarXML
import Rosters
import SCORM
import TinCan

/// Every kind of finding that a reader of packages or of our own XML can make, for `registrar explain`.
let allFindingCodes: [FindingCode] =
  FindingCode.openingCodes + FindingCode.packageCodes + FindingCode.scormCodes + FindingCode.cmi5Codes
  + FindingCode.cartridgeCodes + FindingCode.tinCanCodes + FindingCode.aiccCodes
  + FindingCode.registrarXMLCodes + FindingCode.rosterPlanCodes + FindingCode.cataloguePlanCodes
  + FindingCode.schemePlanCodes + FindingCode.poolPlanCodes + FindingCode.rubricPlanCodes
  + FindingCode.partyPlanCodes + FindingCode.importPlanCodes
  + FindingCode.statementImportCodes + FindingCode.recordTableCodes
